"""Uploads between the form and the sending: kept encrypted, known to a signed text that the form carries, soon gone.

HTML gives no file back to a form that is shown again, so without this whoever mistypes a number attaches everything
anew.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath
from typing import Final

from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from .files import PrivateStorage, clean_name, private_storage

FOLDER: Final = "pending"
SALT: Final = "gongkai.requests.pending"
LASTS: Final = dt.timedelta(hours=3)
#: Of all that waits, of everybody: a disk that is full keeps applicants from everything.
MOST_BYTES: Final = 2 * 1024**3


@dataclass(frozen=True)
class PendingFile:
    """A file that was sent with a form and belongs to no case yet. ``size`` in bytes, before it was encrypted."""

    key: str
    name: str
    size: int

    def read(self) -> bytes:
        """The bytes. Raises ``FileNotFoundError`` when it was kept too long, ``UnreadableFile`` without its key."""
        with private_storage().open(f"{FOLDER}/{self.key}") as file:
            content: bytes = file.read()
        return content


def keep(uploads: Iterable[UploadedFile]) -> list[PendingFile]:
    """Keep checked uploads until the form is sent."""
    storage, kept = private_storage(), []
    for upload in uploads:
        file = PendingFile(uuid.uuid4().hex, clean_name(upload.name or ""), upload.size or 0)
        upload.seek(0)
        storage.save(f"{FOLDER}/{file.key}", upload)
        kept.append(file)
    return kept


def has_room() -> bool:
    """Whether more may be kept."""
    storage = private_storage()
    names = storage.listdir(FOLDER)[1] if storage.exists(FOLDER) else []
    return sum(_size(storage, f"{FOLDER}/{name}") for name in names) < MOST_BYTES


def _size(storage: PrivateStorage, path: str) -> int:
    try:
        return storage.size(path)
    except FileNotFoundError:  # somebody sent it meanwhile
        return 0


def signed(files: Sequence[PendingFile]) -> str:
    """What a form carries; empty without files."""
    return signing.dumps([asdict(file) for file in files], salt=SALT, compress=True) if files else ""


def kept_of(text: str) -> list[PendingFile]:
    """The files behind what a form carried, those that are still there; none for a text of others."""
    try:
        rows = signing.loads(text, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return []
    storage = private_storage()
    return [file for row in rows if storage.exists(f"{FOLDER}/{(file := PendingFile(**row)).key}")]


def forget(files: Iterable[PendingFile]) -> None:
    """Delete files that went into a case, or are not wanted."""
    storage = private_storage()
    for file in files:
        storage.delete(f"{FOLDER}/{file.key}")


def forget_old() -> int:
    """Delete what no form can carry any more; how many."""
    storage, before = private_storage(), timezone.now() - LASTS
    names = storage.listdir(FOLDER)[1] if storage.exists(FOLDER) else []
    paths = [str(PurePosixPath(FOLDER, name)) for name in names]
    old = [path for path in paths if storage.get_modified_time(path) < before]
    for path in old:
        storage.delete(path)
    return len(old)
