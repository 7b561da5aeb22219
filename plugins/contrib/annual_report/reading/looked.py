"""A file as it was looked at, as text that travels through a form and back while somebody says what its titles mean."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from plugins.api import Problem, ProblemSeverity, writable

from .lines import Line
from .missing import Missing
from .unknown import UnknownTitle

#: What somebody answers of a title that the file does not have.
NOT_THERE = "none"


@dataclass(frozen=True, slots=True)
class Looked:
    """The rows of its tables, its name, its texts with their problems, and names of titles that it does not have."""

    lines: tuple[Line, ...]
    name: str = ""
    texts: Mapping[str, str] | None = None
    problems: tuple[Problem, ...] = ()
    absent: frozenset[str] = frozenset()

    @property
    def as_text(self) -> str:
        data = {
            "lines": [[one.place, one.number, one.texts, one.carried] for one in self.lines],
            "name": self.name,
            "texts": dict(self.texts or {}),
            "problems": [one.as_json() for one in self.problems],
            "absent": sorted(self.absent),
        }
        return json.dumps(data, ensure_ascii=False)

    def told(self, missing: list[Missing], unknown: list[UnknownTitle], answers: Mapping[str, str]) -> Looked:
        """With the titles of the form in the places that ``answers`` name, by the names of what was missing."""
        places = {one.key: one for one in unknown}
        lines, absent = list(self.lines), set(self.absent)
        for one in missing:
            answer = answers.get(one.name, "")
            if answer == NOT_THERE:
                absent.add(one.name)
            elif (found := places.get(answer)) is not None and found.is_head == one.is_column:
                lines[found.line] = _renamed(lines[found.line], found.cell, one.title)
        return replace(self, lines=tuple(lines), absent=frozenset(absent))


def looked_of(text: str) -> Looked:
    """What came back from a browser; raises :class:`ValueError` where it is not whole."""
    try:
        data = json.loads(text)
        lines = tuple(_line(*one) for one in data["lines"])
        texts = {str(name): writable(str(said)) for name, said in data["texts"].items()}
        problems = tuple(_problem(one) for one in data["problems"])
        return Looked(lines, str(data["name"]), texts, problems, frozenset(map(str, data["absent"])))
    except (KeyError, TypeError, AttributeError, RecursionError, ValueError) as error:
        raise ValueError("not whole") from error


def _renamed(line: Line, cell: int, title: str) -> Line:
    return replace(line, texts=tuple(title if place == cell else text for place, text in enumerate(line.texts)))


def _line(place: Any, number: Any, texts: Any, carried: Any) -> Line:
    said = tuple(writable(str(text)) for text in texts)
    flags = tuple(bool(one) for one in carried)
    if len(said) != len(flags):
        raise ValueError("cells and their flags differ")
    return Line(str(place), int(number), said, flags)


def _problem(data: Mapping[str, Any]) -> Problem:
    """Of texts there are warnings only."""
    words = (str(data[name]) for name in ("code", "message", "remedy"))
    return Problem(None, "", *words, ProblemSeverity.WARNING)
