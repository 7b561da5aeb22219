"""Files of applicants: what is taken, and what lies on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from plugins.contrib.requests.protection import files
from plugins.contrib.requests.protection.files import (
    LARGEST,
    UnreadableFile,
    as_attachment,
    check_uploads,
    clean_name,
    private_name,
    private_storage,
)

WORDS = "王小明的房产证".encode()


def upload(name: str, content: bytes = WORDS) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def refusals(*uploads: SimpleUploadedFile, beside=()) -> list[str]:
    try:
        check_uploads(uploads, beside=beside)
    except ValidationError as error:
        return error.messages
    return []


def test_file_on_the_disk_tells_nothing(settings) -> None:
    storage = private_storage()
    name = storage.save(private_name(None, "王小明.txt"), ContentFile(WORDS))
    path = Path(storage.path(name))

    assert WORDS not in path.read_bytes()
    assert "王小明" not in str(path)
    assert Path(settings.MEDIA_ROOT) not in path.parents
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    with storage.open(name) as file:
        assert file.read() == WORDS


def test_file_without_its_key_is_an_error_and_has_no_address(settings) -> None:
    storage = private_storage()
    name = storage.save(private_name(None, "x.txt"), ContentFile(WORDS))
    settings.PERSONAL_DATA_KEYS = ["other" * 10]

    with pytest.raises(UnreadableFile):
        storage.open(name)
    with pytest.raises(ValueError, match="no address"):
        storage.url(name)


def test_what_is_said_and_what_is_held_must_agree() -> None:
    assert refusals(upload("说明.txt")) == []
    assert len(refusals(upload("说明.pdf"))) == 1
    assert len(refusals(upload("说明.pdf", b"MZ\x90\x00"))) == 1
    assert len(refusals(upload("empty.txt", b""))) == 1


@pytest.mark.parametrize("name", ["a.exe", "a.html", "a.svg", "a.zip", "a.docm", "a.mp4", "a", ".txt", "a.txt.exe"])
def test_kinds_that_are_not_asked_for_are_refused(name) -> None:
    assert len(refusals(upload(name))) == 1


def test_macros_and_scripts_are_refused() -> None:
    script = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\ntrailer<</Root 1 0 R>>"
    )

    assert len(refusals(upload("a.pdf", script))) == 1
    assert len(refusals(upload("a.txt", b"<script>alert(1)</script>"))) == 1


def test_size_and_number_have_limits(monkeypatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    monkeypatch.setattr(files, "LARGEST_TOGETHER", 30)

    assert len(refusals(upload("a.txt"))) == 1
    assert len(refusals(*[upload(f"{each}.txt", b"abc") for each in range(6)])) == 1
    assert len(refusals(upload("a.txt", b"abc"), beside=[28])) == 1
    assert refusals(upload("a.txt", b"abc"), beside=[27]) == []
    assert LARGEST == 10 * 1024 * 1024


def test_names_lose_what_could_deceive() -> None:
    assert clean_name("../../etc/证明\u202efdp.exe.pdf") == "证明fdp.exe.pdf"
    assert clean_name("a\r\nSet-Cookie: x.txt") == "aSet-Cookie_ x.txt"


def test_download_cannot_run() -> None:
    answer = as_attachment(WORDS, name="证明.txt")

    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
