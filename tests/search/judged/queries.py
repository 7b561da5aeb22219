"""The judged queries, and how an order of documents is weighed by them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

from .sample import sample

_FILE = Path(__file__).parent / "queries.txt"
#: So many hits are weighed: what a reader sees without turning the page.
DEPTH = 10
#: Every so many queries of a class one is held out: nobody tunes for it.
_HELD_OUT = 3


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """What is typed, and how good which documents (by their keys) are as an answer: 1 to 3, others are none."""

    kind: str
    text: str
    grades: dict[int, int]
    is_held_out: bool

    def ndcg(self, keys: Sequence[int]) -> float:
        """How close the order of ``keys`` comes to the best one: 1 is the best, what comes late counts less."""
        best = sorted(self.grades.values(), reverse=True)
        return _gain([self.grades.get(key, 0) for key in keys]) / _gain(best)

    def succeeds(self, keys: Sequence[int]) -> bool:
        """Whether one of the best documents is among the first three."""
        best = max(self.grades.values())
        return any(self.grades.get(key) == best for key in keys[:3])


@cache
def judged_queries() -> tuple[JudgedQuery, ...]:
    """All of them, in the order of the file."""
    return tuple(_read())


def _read() -> Iterator[JudgedQuery]:
    kind, place = "", 0
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind, place = line.strip("[]"), 0
        elif line and not line.startswith("#"):
            text, *columns = (part.strip() for part in line.split("|"))
            place += 1
            yield JudgedQuery(kind, text, _grades(columns), is_held_out=place % _HELD_OUT == 0)


def _grades(columns: Sequence[str]) -> dict[int, int]:
    grades: dict[int, int] = {}
    for grade, column in enumerate(reversed(columns), 1):
        for pattern in column.split():
            found = [key for key, name in _names().items() if fnmatchcase(name, pattern)]
            if not found:
                raise ValueError(f"No document of the library is called {pattern}.")
            grades |= dict.fromkeys(found, grade)
    return grades


@cache
def _names() -> dict[int, str]:
    return {one.document.key: one.name for one in sample()}


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:DEPTH]))
