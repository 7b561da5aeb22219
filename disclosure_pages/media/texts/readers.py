"""Read a file by its kind. Runs in a process of its own (``child.py``), so nothing here bounds time or memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import BinaryIO

from .office import read_docx, read_pptx, read_xlsx
from .packages import read_ofd, read_opendocument
from .parts import Part, Place, Reason, Unread
from .pdf import read_pdf
from .plain import read_plain

Reader = Callable[[BinaryIO], Iterator[Part | Unread]]

READERS: dict[str, Reader] = {
    "pdf": read_pdf,
    "docx": read_docx,
    "xlsx": read_xlsx,
    "pptx": read_pptx,
    "odt": read_opendocument,
    "ods": read_opendocument,
    "ofd": read_ofd,
    "txt": read_plain,
    "csv": read_plain,
}
WITHOUT_TEXT = {
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp", "bmp", "tif", "tiff", "emf", "wmf"), Reason.PICTURE),
    **dict.fromkeys(("mp3", "mp4"), Reason.RECORDING),
}


def read_file(extension: str, stream: BinaryIO) -> Iterator[Part | Unread]:
    """Every piece of text in a file whose name ends with ``extension`` (without dot, lower case)."""
    if extension == "zip":
        yield from _read_archive(stream)
    elif extension in READERS:
        yield from _read_whole(READERS[extension], stream)
    else:
        yield Unread(WITHOUT_TEXT.get(extension, Reason.KIND))


def _read_whole(reader: Reader, stream: BinaryIO) -> Iterator[Part | Unread]:
    """What a reader yields; libraries meet broken files with any exception, and what was read before it counts."""
    try:
        yield from reader(stream)
    except MemoryError:
        yield Unread(Reason.LENGTH)
    except Exception:
        yield Unread(Reason.DAMAGED)


def _read_archive(stream: BinaryIO) -> Iterator[Part | Unread]:
    from .packages import members_of

    for name, content in _read_members(members_of(stream)):
        extension = PurePath(name).suffix[1:].lower()
        if content is None or extension == "zip":
            yield Unread(Reason.DAMAGED if content is None else Reason.KIND, ((Place.MEMBER, name),))
            continue
        for item in read_file(extension, content):
            yield within(item, name)


def _read_members(members: Iterator[tuple[str, BinaryIO | None]]) -> Iterator[tuple[str, BinaryIO | None]]:
    try:
        yield from members
    except Exception:
        yield "", None


def within(item: Part | Unread, member: str) -> Part | Unread:
    """The same, in a file that is packed in another one."""
    where = ((Place.MEMBER.value, member), *item.where)
    return Part(item.text, where) if isinstance(item, Part) else Unread(item.reason, where)
