"""Catalogues are compiled when they need it, without gettext's tools."""

import gettext
import os

import pytest
from babel.messages.pofile import PoFileError
from django.conf import settings

from cms.translation.catalogues import compile_outdated

ENTRY = 'msgid "Unit"\nmsgstr "单位"\n'


def _translate(package, text):
    with package.file.mo.open("rb") as file:
        return gettext.GNUTranslations(file).gettext(text)


def test_compile_outdated_makes_what_is_missing(package):
    package.write_catalogue(ENTRY)

    assert compile_outdated([package.file]) == [package.file]
    assert _translate(package, "Unit") == "单位"
    assert sorted(path.name for path in package.file.po.parent.iterdir()) == ["django.mo", "django.po"]


def test_compile_outdated_leaves_what_is_fresh(package):
    package.write_catalogue(ENTRY)
    compile_outdated([package.file])

    assert compile_outdated([package.file]) == []


def test_compile_outdated_after_a_change(package):
    package.write_catalogue(ENTRY)
    compile_outdated([package.file])
    package.write_catalogue(ENTRY.replace("单位", "部门"))
    later = package.file.mo.stat().st_mtime + 1
    os.utime(package.file.po, (later, later))

    compile_outdated([package.file])

    assert _translate(package, "Unit") == "部门"


def test_compile_leaves_fuzzy_entries_out(package):
    package.write_catalogue(f"#, fuzzy\n{ENTRY}")

    package.file.compile()

    assert _translate(package, "Unit") == "Unit"


def test_compile_outdated_without_catalogue(package):
    assert compile_outdated([package.file]) == []


def test_compile_of_a_broken_catalogue_keeps_the_old_one(package):
    package.write_catalogue(ENTRY)
    package.file.compile()
    package.file.po.write_text(f"<<<<<<< ours\n{ENTRY}")

    with pytest.raises(PoFileError):
        package.file.compile()

    assert _translate(package, "Unit") == "单位"


def test_catalogues_are_compiled_before_models_are_imported():
    assert settings.INSTALLED_APPS[0] == "cms.apps.CmsConfig"
