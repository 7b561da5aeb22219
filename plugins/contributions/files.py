"""Formats of files: what lists are written in, and what imports can read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from plugins.manifest import Text

_EXTENSION: Final = re.compile(r"[a-z][a-z0-9]{0,9}")
_CONTENT_TYPE: Final = re.compile(r"[a-z]+/[a-z0-9.+-]+")
#: What every installation writes, and reads, itself.
WRITTEN: Final = frozenset({"csv", "xlsx", "ndjson"})


class FileUse(StrEnum):
    """What a file is imported as."""

    DOCUMENT = "document"
    RESPONSIBILITY_TABLE = "responsibility_table"


#: What a file may be turned into, by its use: formats that the product reads itself.
BECOMES: Final = {
    FileUse.DOCUMENT: frozenset({"txt", "docx", "pdf"}),
    FileUse.RESPONSIBILITY_TABLE: frozenset({"csv", "xlsx", "docx"}),
}


class BrokenFile(Exception):
    """Raised by ``convert`` when the fault is the file's. Its words, if any, are shown to who uploaded the file."""


@dataclass(frozen=True, slots=True)
class ExportTable:
    """A list to be written. Cells are texts, numbers, days or nothing, one for each heading; rows come once."""

    title: str
    headings: Sequence[str]
    rows: Iterable[Sequence[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFormat:
    """A format in which lists (the library, what a search found) can be had beside XLSX and CSV.

    ``write(table)`` answers with the bytes of the whole file; it has half a minute. Cells may begin like a formula.
    """

    extension: str
    label: Text
    content_type: str
    write: Callable[[ExportTable], bytes]

    def __post_init__(self) -> None:
        _check_extension(self.extension)
        if self.extension in WRITTEN:
            raise ValueError(f"Every installation writes .{self.extension} itself.")
        if not _CONTENT_TYPE.fullmatch(self.content_type):
            raise ValueError(f"{self.content_type!r} is no type of content.")
        _check_callable(self, "write")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFormat:
    """A format that imports take beside those of the product.

    ``recognises(content)`` decides by the bytes; names are never looked at. ``convert(content)`` makes of them a file
    of the format ``becomes``, which is then inspected and read like one that somebody uploaded: ``txt``, ``docx`` or
    ``pdf`` of a document, ``csv``, ``xlsx`` or ``docx`` of a responsibility table.

    Of a file that is broken ``convert`` raises ``plugins.api.BrokenFile``, with a sentence that says what is the matter
    with it. Whatever else it raises is a failure of the plug-in, which after three running has a pause of a minute.
    """

    extension: str
    label: Text
    use: FileUse
    becomes: str
    recognises: Callable[[bytes], bool]
    convert: Callable[[bytes], bytes]

    def __post_init__(self) -> None:
        _check_extension(self.extension)
        if self.becomes not in BECOMES[FileUse(self.use)]:
            raise ValueError(f"A {FileUse(self.use)} can become {sorted(BECOMES[self.use])}, not {self.becomes!r}.")
        _check_callable(self, "recognises", "convert")


def _check_extension(extension: str) -> None:
    if not _EXTENSION.fullmatch(extension):
        raise ValueError(f"{extension!r} is no extension of small letters and digits, 10 at most.")


def _check_callable(format_: ExportFormat | ImportFormat, *names: str) -> None:
    for name in names:
        if not callable(getattr(format_, name)):
            raise TypeError(f"“{name}” of {format_.extension} cannot be called.")
