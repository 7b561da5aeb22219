"""The bytes of a file as a digest, worked out anew whenever the file on the storage is another one.

What the database says about a file is not asked: bytes may change behind its back, and then the public gets nothing.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from django.core.cache import cache
from django.db.models.fields.files import FieldFile

KEPT_SECONDS = 24 * 60 * 60


def sha256_of(stream: Any) -> str:
    """SHA-256 of what ``stream`` holds from its beginning, as 64 hexadecimal digits."""
    stream.seek(0)
    return hashlib.file_digest(stream, "sha256").hexdigest()


def content_hash(file: FieldFile) -> str:
    """SHA-256 of the stored bytes of ``file``; empty when there is no file, or when the storage lost it.

    The answer is kept under what the storage says of the file (size and times), so bytes are read once for each state.
    """
    if not file:
        return ""
    try:
        key = f"gongkai:sha256:{hashlib.sha256(repr(_state_of(file)).encode()).hexdigest()}"
        known = cache.get(key)
        if known is None:
            with file.storage.open(str(file.name), "rb") as stream:
                known = sha256_of(stream)
            cache.set(key, known, KEPT_SECONDS)
    except (FileNotFoundError, NotADirectoryError):
        return ""
    return str(known)


def _state_of(file: FieldFile) -> tuple[Any, ...]:
    """What differs as soon as the bytes do. The change time of a local file cannot be set back by its writer."""
    try:
        path = file.storage.path(str(file.name))
    except NotImplementedError:
        name = str(file.name)
        return (name, file.storage.size(name), file.storage.get_modified_time(name))
    stat = Path(path).stat()
    return (path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)
