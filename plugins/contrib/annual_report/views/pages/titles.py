"""Which title of a file may stand for a row or a column that was not found: a choice for each, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from plugins.contrib.annual_report.reading.missing import Missing
from plugins.contrib.annual_report.reading.unknown import UnknownTitle

#: From which likeness on a title is chosen beforehand.
LIKELY = 0.5
#: Headings stand in so many lines above each other, at most.
HEAD_LINES = 3


@dataclass(frozen=True, slots=True)
class TitleChoice:
    """What is missing, the titles that it may be, and the key of the one that is most alike."""

    missing: Missing
    titles: Sequence[UnknownTitle]
    likely: str


def choices_of(missing: Sequence[Missing], unknown: Sequence[UnknownTitle]) -> list[TitleChoice]:
    """One for each that is missing: headings of its table for a column, titles of rows for a row.

    No title is chosen beforehand for two.
    """
    found: list[TitleChoice] = []
    for one in missing:
        titles = [title for title in unknown if _fits(one, title)]
        found.append(_choice(one, titles, {choice.likely for choice in found}))
    return found


def _fits(missing: Missing, title: UnknownTitle) -> bool:
    head = missing.head
    if head is None:
        return not title.is_head
    return title.is_head and title.place == head.place and head.number - HEAD_LINES < title.row <= head.number


def _choice(missing: Missing, titles: Sequence[UnknownTitle], chosen: set[str]) -> TitleChoice:
    ordered = sorted(titles, key=lambda title: -_likeness(missing.title, title.text))
    likely = [one for one in ordered if _likeness(missing.title, one.text) >= LIKELY and one.key not in chosen]
    return TitleChoice(missing, ordered, likely[0].key if likely else "")


def _likeness(title: str, text: str) -> float:
    return SequenceMatcher(None, title, text, autojunk=False).ratio()
