"""Rows of a file as they are looked through: the words of each cell, whichever way they are punctuated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from plugins.api import RawFile, restore_cell, words_identity

_NUMBERING = re.compile(r"^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.．、])")


@dataclass(frozen=True)
class Line:
    """A row: the texts of its cells, and which of them came down from a cell above (``carried``)."""

    place: str
    number: int
    texts: tuple[str, ...]
    carried: tuple[bool, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(word_of(text) for text in self.texts)

    def text(self, column: int) -> str:
        return self.texts[column] if column < len(self.texts) else ""


def lines_of(file: RawFile) -> list[Line]:
    """All rows of all tables, in the order of the file."""
    return list(_lines(file))


def _lines(file: RawFile) -> Iterator[Line]:
    for table in file.tables:
        for row in table.rows:
            texts = tuple(restore_cell(cell.text.strip()) for cell in row.cells)
            yield Line(table.place, row.number, texts, tuple(cell.carried for cell in row.cells))


def word_of(text: str) -> str:
    """A title by its letters alone, without its number and without what is remarked in brackets behind it."""
    plain = _NUMBERING.sub("", re.sub(r"\s+", "", text))
    return words_identity(re.split(r"[（(]", plain, maxsplit=1)[0] or plain)
