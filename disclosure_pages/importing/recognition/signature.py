"""The signature: the organs that issue the document, and below them the day on which it was formed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from disclosure_pages.documents.proposals.calendar_days import day_of

from .lines import Issuers, Line
from .words import OFFICIAL, SIGNED_DAY

MAX_ORGANS = 12


@dataclass(frozen=True, slots=True)
class Signature:
    """``organs`` in their order; ``indices`` are the lines of organs and day, ``day_at`` that of the day."""

    organs: tuple[str, ...] = ()
    day: dt.date | None = None
    day_at: int | None = None
    indices: tuple[int, ...] = ()


def find_signature(
    lines: tuple[Line, ...], start: int, issuers: Issuers, *, left_out: frozenset[int] = frozenset()
) -> Signature:
    """The first day alone on its line that has organs or a person above it; else the first day at all.

    Texts and attachments below may be signed as well, by others.
    """
    found = [
        signature
        for line in lines[start:]
        if line.index not in left_out and (signature := _signed_at(lines, line, start, issuers)) is not None
    ]
    return next((signature for signature in found if len(signature.indices) > 1 or signature.organs), None) or next(
        iter(found), Signature()
    )


def _signed_at(lines: tuple[Line, ...], line: Line, start: int, issuers: Issuers) -> Signature | None:
    match = SIGNED_DAY.fullmatch(line.text)
    day = day_of(match["day"]) if match else None
    if match is None or day is None:
        return None
    if match["before"]:
        before = line.words[: -len(match["day"])].strip()
        organs = issuers.organs_of(match["before"]) or issuers.organs_of(before)
        return Signature(organs, day, line.index, (line.index,)) if organs else None
    organs, above = _organs_above(lines, line.index, start, issuers)
    return Signature(organs, day, line.index, (*above, line.index))


def _organs_above(
    lines: tuple[Line, ...], day_at: int, start: int, issuers: Issuers
) -> tuple[tuple[str, ...], list[int]]:
    """Organs on the lines right above the day; a person who signs an order counts as a line without an organ."""
    organs: list[str] = []
    above: list[int] = []
    for index in range(day_at - 1, max(start - 1, day_at - MAX_ORGANS - 1), -1):
        line = lines[index]
        names = issuers.organs_of(line.words)
        if not names and not OFFICIAL.fullmatch(line.text):
            break
        organs[:0] = names
        above.insert(0, index)
    return tuple(organs), above
