"""A new key in front, everything written anew, the old key gone."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command

from plugins.contrib.requests.domain import rekeying
from plugins.contrib.requests.domain.rekeying import encrypted_columns, rekey
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.protection.encryption import UnreadableText

from .walking import PERSONAL, applied, reader

OLD, NEW = "o" * 40, "n" * 40
pytestmark = pytest.mark.django_db


@pytest.fixture
def case(district, settings) -> Case:
    settings.PERSONAL_DATA_KEYS = [OLD]
    applied(reader(), attachments=[SimpleUploadedFile("证明.txt", b"abc")])
    return Case.objects.get()


def read(case: Case) -> dict[str, str]:
    case.refresh_from_db()
    return {name: getattr(case, name) for name in PERSONAL}


def test_old_key_is_not_needed_any_more(case, settings, capsys) -> None:
    settings.PERSONAL_DATA_KEYS = [NEW, OLD]
    call_command("requests", "rekey")
    settings.PERSONAL_DATA_KEYS = [NEW]

    assert read(case) == PERSONAL
    assert case.files.get().file.read() == b"abc"
    assert case.files.get().name == "证明.txt"
    assert "PERSONAL_DATA_KEYS" in capsys.readouterr().out


def test_what_no_key_opens_stays_as_it_is_and_is_told(case, settings) -> None:
    settings.PERSONAL_DATA_KEYS = [NEW]
    with pytest.raises(SystemExit):
        call_command("requests", "rekey")
    assert {type(value) for value in read(case).values()} == {UnreadableText}
    settings.PERSONAL_DATA_KEYS = [OLD]

    assert read(case) == PERSONAL


def test_it_may_run_again(case, settings) -> None:
    settings.PERSONAL_DATA_KEYS = [NEW, OLD]
    first, second = rekey(), rekey()

    assert first == second
    assert (first.files, first.unreadable) == (1, 0)


def test_every_model_with_personal_data_is_known() -> None:
    found = {model.__name__: names for model, names in encrypted_columns()}

    assert {"name", "identity_number", "phone", "email", "address", "features"} <= set(found["Case"])
    assert (found["CaseFile"], found["CaseEvent"]) == (["name"], ["text"])


def test_what_was_written_meanwhile_stays(case, settings, monkeypatch) -> None:
    settings.PERSONAL_DATA_KEYS = [NEW, OLD]
    anew = rekeying._anew

    def erased_first(token, done):
        Case.objects.update(name="", identity_number="")
        return anew(token, done)

    monkeypatch.setattr(rekeying, "_anew", erased_first)
    rekey()

    assert (read(case)["name"], read(case)["identity_number"]) == ("", "")


def test_file_that_no_row_names_is_not_written_again(case, settings) -> None:
    settings.PERSONAL_DATA_KEYS = [NEW, OLD]
    field, key, _name = next(iter(rekeying.stored_files()))
    case.files.update(file="")
    done = rekeying.Rekeyed()
    rekeying._rekey_file(field, key, done)

    assert (done.files, done.unreadable) == (0, 0)
