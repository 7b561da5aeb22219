"""Titles of a file that the form does not know: one of them may stand for a row or a column that was not found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.contrib.annual_report.structure import CellRefused, Form, read_cell

from .lines import Line, word_of

#: Longer texts are prose and no title.
LONGEST = 60
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")


@dataclass(frozen=True, slots=True)
class UnknownTitle:
    """A text: in which line of the file (from 0) and which cell of it; ``is_head``: it stands above figures."""

    line: int
    cell: int
    text: str
    row: int
    place: str
    is_head: bool

    @property
    def key(self) -> str:
        return f"{self.line}.{self.cell}"


def unknown_titles(lines: Sequence[Line], form: Form) -> list[UnknownTitle]:
    """In the order of the file: the last title before the figures of a line, and titles beside known headings."""
    rows, heads = _known(form)
    return [one for number, line in enumerate(lines) for one in _of_line(number, line, rows, heads)]


def _of_line(number: int, line: Line, rows: set[str], heads: set[str]) -> Iterator[UnknownTitle]:
    first = next((place for place, text in enumerate(line.texts) if place and _is_figure(text)), None)
    if first is not None:
        place = max((place for place in range(first) if line.texts[place]), default=0)
        if _is_title(line, place) and line.words[place] not in rows:
            yield _title(number, place, line, is_head=False)
    elif heads & set(line.words):
        for place in range(len(line.texts)):
            if _is_title(line, place) and line.words[place] not in rows | heads:
                yield _title(number, place, line, is_head=True)


def _title(number: int, place: int, line: Line, *, is_head: bool) -> UnknownTitle:
    return UnknownTitle(number, place, line.texts[place], line.number, line.place, is_head)


def _is_title(line: Line, place: int) -> bool:
    text = line.texts[place]
    return bool(_WORDS.search(text)) and len(text) <= LONGEST and not line.carried[place]


def _is_figure(text: str) -> bool:
    try:
        return bool(text) and read_cell(text) is not None
    except CellRefused as refused:
        return refused.code in ("negative", "not-whole")


def _known(form: Form) -> tuple[set[str], set[str]]:
    """Words of rows with what is printed beside them, and of headings."""
    rows, heads = set[str](), set[str]()
    for table in form.tables:
        rows |= {word_of(text) for row in table.rows for text in (row.title, *row.groups)}
        rows |= {word_of(text) for text in (table.title, table.heading) if text}
        heads |= {word_of(table.stub)} if table.stub else set()
        heads |= {word_of(text) for column in table.columns for text in (column.title, column.group) if text}
    return rows, heads
