"""Files of applicants: checked by what they hold, kept encrypted apart from what is published, served to no others.

They lie below ``GONGKAI_DATA_DIR/requests`` under names that say nothing, never below the media of the site, and no
address leads to them but views that know whose case it is.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any, Final

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.template.defaultfilters import filesizeformat
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from plugins.api import content_type_of, inspect_file, safe_file_name

from .keys import cipher

FOLDER: Final = "requests"
CASES: Final = "cases"
KINDS: Final = ("pdf", "docx", "doc", "xlsx", "txt", "jpg", "jpeg", "png", "ofd")
LARGEST: Final = 10 * 1024 * 1024
LARGEST_TOGETHER: Final = 20 * 1024 * 1024
MOST: Final = 5


class UnreadableFile(Exception):
    """None of the keys of this server opens a stored file."""


class PrivateStorage(FileSystemStorage):
    """What is saved is encrypted; what is opened is plain. It has no addresses."""

    def __init__(self) -> None:
        location = settings.DATA_DIR / FOLDER
        super().__init__(location=location, file_permissions_mode=0o600, directory_permissions_mode=0o700)

    def _open(self, name: str, mode: str = "rb") -> File:
        with super()._open(name, "rb") as stored:  # type: ignore[misc]  # left out of the stubs
            token = stored.read()
        try:
            return File(BytesIO(cipher().decrypt(token)), name=name)
        except InvalidToken as error:
            raise UnreadableFile(name) from error

    def _save(self, name: str, content: Any) -> str:
        token = ContentFile(cipher().encrypt(content.read()))
        return super()._save(name, token)  # type: ignore[misc]  # left out of the stubs

    def rekey(self, name: str) -> None:
        """Encrypt a stored file with the newest key. Raises ``InvalidToken`` when none opens it."""
        path = Path(self.path(name))
        fresh = path.with_suffix(".anew")
        fresh.write_bytes(cipher().rotate(path.read_bytes()))
        fresh.chmod(0o600)
        fresh.replace(path)

    def url(self, name: str | None) -> str:
        """None: a view serves the file, or nobody."""
        raise ValueError("Files of applicants have no address.")


def private_storage() -> PrivateStorage:
    """For ``FileField(storage=private_storage, upload_to=private_name)``."""
    return PrivateStorage()


def private_name(instance: Any, name: str) -> str:
    """A name that nobody can guess, without anything of the name that was given."""
    return f"{CASES}/{uuid.uuid4().hex}"


def check_uploads(uploads: Iterable[UploadedFile], *, beside: Iterable[int] = ()) -> None:
    """Raise ``ValidationError`` with a sentence for each refused file. ``beside``: sizes of those kept before."""
    found, sizes = list(uploads), list(beside)
    errors = [ValidationError(str(error)) for upload in found for error in _errors_of(upload)]
    if len(found) + len(sizes) > MOST:
        errors.append(ValidationError(_("At most %(most)d files can be sent.") % {"most": MOST}, code="count"))
    if sum(sizes) + sum(upload.size or 0 for upload in found) > LARGEST_TOGETHER:
        limit = {"limit": filesizeformat(LARGEST_TOGETHER)}
        errors.append(ValidationError(_("All files together may have %(limit)s.") % limit, code="together"))
    if errors:
        raise ValidationError(errors)


def good_uploads(uploads: Iterable[UploadedFile], *, beside: Iterable[int] = ()) -> list[UploadedFile]:
    """Those that can be kept, so that one refused file does not take the others with it."""
    good: list[UploadedFile] = []
    sizes = list(beside)
    for upload in uploads:
        try:
            check_uploads([upload], beside=sizes)
        except ValidationError:
            continue
        good.append(upload)
        sizes.append(upload.size or 0)
    return good


def clean_name(name: str) -> str:
    """The name as it is kept and shown."""
    return safe_file_name(name, fallback=_("file"))


def type_of(name: str) -> str:
    """Content type by the extension, whose bytes were checked."""
    return content_type_of(_extension(name))


def as_attachment(content: bytes, *, name: str) -> HttpResponse:
    """``content`` for download: no browser runs it, shows it as a page, guesses its kind or keeps it."""
    headers = {
        "Content-Type": type_of(name),
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name) or "attachment",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, headers=headers)


def _errors_of(upload: UploadedFile) -> Iterable[str]:
    name = clean_name(upload.name or "")
    where = {"name": name, "limit": filesizeformat(LARGEST), "kinds": ", ".join(KINDS)}
    if _extension(name) not in KINDS:
        yield _("“%(name)s” is not accepted. Accepted: %(kinds)s.") % where
    elif (upload.size or 0) > LARGEST:
        yield _("“%(name)s” is too big; the most is %(limit)s.") % where
    else:
        try:
            inspect_file(name, upload.file)
        except ValidationError as error:
            yield from (f"{name}: {message}" for message in error.messages)


def _extension(name: str) -> str:
    return PurePosixPath(name).suffix.lower().removeprefix(".")
