"""``manage.py translations``."""

import pytest
from django.core.management import CommandError, call_command


@pytest.fixture
def shop(package, settings):
    package.write_code('_("Unit")\nngettext("%(n)s unit", "%(n)s units", 2)\npgettext("menu", "Unit")')
    settings.LOCALE_PATHS = [package.folder / "locale"]
    return package


def test_translations_check_finds_what_is_missing(shop, capsys):
    with pytest.raises(CommandError, match="3"):
        call_command("translations", "check")

    assert "code.py:1: missing: 'Unit'" in capsys.readouterr().out


def test_translations_update_adds_what_is_missing_once(shop, capsys):
    call_command("translations", "update")
    first = shop.file.po.read_text()
    call_command("translations", "update")

    assert "3 added" in capsys.readouterr().out
    assert shop.file.po.read_text() == first
    assert [message.context for message in shop.file.read() if message.id] == [None, None, "menu"]


def test_translations_update_keeps_what_is_there(shop):
    shop.write_catalogue('msgid "Unit"\nmsgstr "单位"\n')

    call_command("translations", "update")

    assert shop.file.read()["Unit"].string == "单位"


def test_translations_check_when_complete(shop, capsys):
    shop.write_code('_("Unit")')
    shop.write_catalogue('msgid "Unit"\nmsgstr "单位"\n')

    call_command("translations", "check")
    call_command("translations", "compile")

    assert shop.file.mo.exists()
