"""What reading a file yields: pieces of text with their place in it, and what could not be read. No Django here."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

#: Places from outside to inside: ``(("member", "名单.pdf"), ("page", "3"))``; empty for the file as a whole.
Where = tuple[tuple[str, str], ...]


class Place(StrEnum):
    """What a file is divided into."""

    PAGE = "page"
    SLIDE = "slide"
    SHEET = "sheet"
    MEMBER = "member"


class Reason(StrEnum):
    """Why a file, or a part of it, has no text that could be looked at."""

    PICTURE = "picture"
    RECORDING = "recording"
    KIND = "kind"
    DAMAGED = "damaged"
    LOST = "lost"
    TIME = "time"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Part:
    """Text that stands together."""

    text: str
    where: Where = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A part without text that could be read, and why."""

    reason: Reason
    where: Where = ()


def to_json(item: Part | Unread) -> dict[str, Any]:
    """As plain data."""
    return asdict(item)


def from_json(data: dict[str, Any]) -> Part | Unread:
    """The reverse of :func:`to_json`."""
    where = tuple((str(kind), str(name)) for kind, name in data["where"])
    if "reason" in data:
        return Unread(reason=Reason(data["reason"]), where=where)
    return Part(text=data["text"], where=where)
