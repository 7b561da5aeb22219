"""What is to go, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: What stands where something was. Always three, so that its length does not tell how long the words were.
BLOCKS = "■■■"


@dataclass(frozen=True, slots=True)
class WordMark:
    """Every place where ``words`` stand, also split by spaces and line breaks, in other widths and letter cases."""

    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class SpanMark:
    """One place of a text: the letters from ``start`` up to ``end`` of what ``shown_text`` answers."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class AreaMark:
    """A rectangle on a page of a PDF, in percent of the page as it is shown, from its upper left corner."""

    page: int
    left: float
    top: float
    width: float
    height: float
    reason: str


Mark = WordMark | SpanMark | AreaMark
#: A place of a text and its mark's reason.
Place = tuple[int, int, str]


def reasons_of(marks: Iterable[Mark]) -> list[str]:
    """Each reason once, in the order of the marks: its place here, from 1, is the number that the copy shows."""
    return list(dict.fromkeys(mark.reason for mark in marks))


def merged(places: Iterable[Place]) -> list[Place]:
    """Places in order, each letter in one of them; of two that meet the first one's reason is shown."""
    found: list[Place] = []
    for start, end, reason in sorted(places):
        if found and start < found[-1][1]:
            former = found[-1]
            found[-1] = (former[0], max(former[1], end), former[2])
        elif end > start:
            found.append((start, end, reason))
    return found


def block(reason: str, reasons: Sequence[str]) -> str:
    """What stands where something was, with the number of the reason."""
    return f"{BLOCKS}〔{reasons.index(reason) + 1}〕"
