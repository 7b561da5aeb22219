"""The numbers that somebody may have meant who wrote one that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from .document_number import parse_document_number
from .folding import compact
from .number import DocumentNumber

# How far apart two numbers may be and still be proposed: an agency that is alike, or serial and year that are close.
_FAR = 3.0
_OTHER_AGENCY = 1.0
_UNLIKE_AGENCY = 2.0
_ALIKE = 50.0


def nearest(number: DocumentNumber | str, candidates: Iterable[DocumentNumber], limit: int = 5) -> list[DocumentNumber]:
    """At most ``limit`` of ``candidates``, the likeliest first; none that has nothing to do with ``number``.

    Near are: the same year and serial of another agency, a neighbouring or mistyped serial of the same agency, the
    same serial in another year. Text that is no number is compared letter by letter.
    """
    wanted = parse_document_number(number) if isinstance(number, str) else number
    if wanted is None:
        return _nearest_text(compact(str(number)), candidates, limit)
    measured = ((_distance(wanted, candidate), candidate.sort_key, candidate) for candidate in candidates)
    close = (entry for entry in measured if entry[0] <= _FAR)
    return [candidate for _distance_, _key, candidate in nsmallest(limit, close, key=lambda entry: entry[:2])]


def _nearest_text(text: str, candidates: Iterable[DocumentNumber], limit: int) -> list[DocumentNumber]:
    measured = ((-_likeness(text, compact(str(candidate))), candidate.sort_key, candidate) for candidate in candidates)
    close = (entry for entry in measured if -entry[0] >= _ALIKE)
    return [candidate for _ratio, _key, candidate in nsmallest(limit, close, key=lambda entry: entry[:2])]


def _likeness(text: str, number: str) -> float:
    """From 0 to 100; a piece of a number counts almost as much as all of it."""
    piece = fuzz.partial_ratio(text, number) * 0.9 if 2 <= len(text) < len(number) else 0.0
    return max(fuzz.ratio(text, number), piece)


def _distance(left: DocumentNumber, right: DocumentNumber) -> float:
    return _between_agencies(left, right) + _between_years(left, right) + _between_serials(left, right)


def _between_agencies(left: DocumentNumber, right: DocumentNumber) -> float:
    if left.agency_key == right.agency_key:
        return 0.0
    return _OTHER_AGENCY + _UNLIKE_AGENCY * OSA.normalized_distance(left.agency_key, right.agency_key)


def _between_years(left: DocumentNumber, right: DocumentNumber) -> float:
    if left.year == right.year:
        return 0.0
    if left.year is None or right.year is None:
        return 1.0
    return 1.0 + min(abs(left.year - right.year), 20) / 20


def _between_serials(left: DocumentNumber, right: DocumentNumber) -> float:
    """0 for the same, up to 1 for a neighbour or one slip of the hand, growing with what separates them."""
    slips = OSA.distance(str(left.serial), str(right.serial))
    apart = min(slips, abs(left.serial - right.serial))
    return (float(apart) if apart else 0.0) + (0.0 if left.suffix == right.suffix else 0.25)
