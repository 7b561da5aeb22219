"""Where the files of a list are: in an archive, in a folder, or nowhere."""

from __future__ import annotations

import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import IO, Protocol, TypeVar

from django.utils.translation import gettext as _

from disclosure_pages.importing.exceptions import ImportRefused
from disclosure_pages.importing.reading.limits import MAX_FILE_BYTES
from disclosure_pages.media.inspection.archives import ENCRYPTED, readable_name

MAX_ENTRIES = 200_000
Entry = TypeVar("Entry")


class Files(Protocol):
    """Files by the names that a list uses."""

    def has(self, name: str) -> bool:
        """Whether there is such a file."""
        ...

    def read(self, name: str) -> bytes:
        """Its bytes. Raises ``KeyError`` when there is none, :class:`ImportRefused` when it is too large or damaged."""
        ...


class NoFiles:
    """A list that came without files."""

    def has(self, name: str) -> bool:
        return False

    def read(self, name: str) -> bytes:
        raise KeyError(name)


def _key(name: str) -> str:
    """Names are the same whatever their folders are separated by, in any letter case and composition."""
    return unicodedata.normalize("NFC", name.replace("\\", "/").strip().strip("/")).casefold()


def by_name(named: Iterable[tuple[str, Entry]]) -> dict[str, Entry]:
    """Entries by their path and, where only one file has it, by their name without folders."""
    entries = [(_key(path), entry) for path, entry in named]
    names = Counter(PurePosixPath(path).name for path, _entry in entries)
    alone = {PurePosixPath(path).name: entry for path, entry in entries if names[PurePosixPath(path).name] == 1}
    return {**alone, **dict(entries)}


class ArchiveFiles:
    """Members of a zip, by path or, where it is clear, by name alone. Nothing is unpacked but what is asked for."""

    def __init__(self, stream: IO[bytes] | Path) -> None:
        try:
            self._archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise ImportRefused(
                _("The archive is no zip file, or it is damaged."), _("Pack the files again.")
            ) from error
        entries = [entry for entry in self._archive.infolist() if not entry.is_dir()]
        if len(entries) > MAX_ENTRIES:
            raise ImportRefused(_("The archive holds too many files."), _("Divide the list and its archive."))
        self._entries = by_name([(readable_name(entry), entry) for entry in entries])

    def has(self, name: str) -> bool:
        return _key(name) in self._entries

    def read(self, name: str) -> bytes:
        entry = self._entries[_key(name)]
        if entry.flag_bits & ENCRYPTED:
            raise ImportRefused(
                _("The file “%(name)s” is protected by a password.") % {"name": name},
                _("Pack the files without a password."),
            )
        if entry.file_size > MAX_FILE_BYTES:
            raise too_large(name)
        try:
            return self._archive.read(entry)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError, OSError) as error:
            raise ImportRefused(
                _("The file “%(name)s” cannot be unpacked.") % {"name": name}, _("Pack the files again.")
            ) from error


class FolderFiles:
    """Files below a folder of this machine; links that lead out of it are not followed."""

    def __init__(self, folder: Path) -> None:
        root = folder.resolve()
        paths = [path for path in root.rglob("*") if path.is_file() and path.resolve().is_relative_to(root)]
        self._entries = by_name([(path.relative_to(root).as_posix(), path) for path in paths])

    def has(self, name: str) -> bool:
        return _key(name) in self._entries

    def read(self, name: str) -> bytes:
        path = self._entries[_key(name)]
        if path.stat().st_size > MAX_FILE_BYTES:
            raise too_large(name)
        return path.read_bytes()


def too_large(name: str) -> ImportRefused:
    """The file is larger than any document that is read."""
    return ImportRefused(
        _("The file “%(name)s” has more than %(limit)d MB.") % {"name": name, "limit": MAX_FILE_BYTES // 1024**2},
        _("Import the text without its pictures, and attach the full file to the draft."),
    )
