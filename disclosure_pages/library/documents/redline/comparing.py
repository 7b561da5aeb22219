"""Two texts compared paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .alignment import align
from .segments import Change, Segment, compare_paragraphs, replaced

#: Lengths of two paragraphs, multiplied, up to which they are compared token by token; longer ones by sentences.
MOST_CELLS = 4_000_000
#: The same, for everything that is compared token by token in one pair of texts.
BUDGET = 40_000_000
_SENTENCE_END = re.compile(r"(?<=[。；！？])")


@dataclass(frozen=True)
class Row:
    """A paragraph of the comparison: its pieces in reading order."""

    segments: list[Segment]

    @property
    def is_changed(self) -> bool:
        """Whether anything in it differs."""
        return any(segment.change != Change.SAME for segment in self.segments)


@dataclass(frozen=True)
class Comparison:
    """Paragraphs of both texts, and how many of them differ."""

    rows: list[Row]

    @property
    def changed(self) -> int:
        """How many paragraphs differ."""
        return sum(row.is_changed for row in self.rows)


def compare_texts(old: Sequence[str], new: Sequence[str]) -> Comparison:
    """Compare two texts given as paragraphs. Bounded: what is too long to be compared finely is shown as replaced."""
    return Comparison([Row(segments) for segments in _Comparer().compare(old, new)])


class _Comparer:
    def __init__(self) -> None:
        self._left = BUDGET

    def compare(self, old: Sequence[str], new: Sequence[str]) -> Iterator[list[Segment]]:
        for before, after in align(old, new):
            if before == after:
                yield [Segment(Change.SAME, after or "")]
            else:
                yield self._compare_pair(before or "", after or "")

    def _compare_pair(self, before: str, after: str) -> list[Segment]:
        if not before or not after:
            return replaced(before, after)
        cells = len(before) * len(after)
        if cells <= min(MOST_CELLS, self._left):
            self._left -= cells
            return compare_paragraphs(before, after)
        old, new = _SENTENCE_END.split(before), _SENTENCE_END.split(after)
        if len(old) + len(new) == 2:
            return replaced(before, after)
        return [segment for segments in self.compare(old, new) for segment in segments if segment.text]
