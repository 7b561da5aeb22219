"""Cells of choices: lists of ticks, single ticks, and names without any tick."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from plugins.contrib.item_catalogue.enums import CHOICES, Column
from plugins.contrib.item_catalogue.structure import LISTED_MARKS, SPLIT_MARKS, Choice, Heading, Marks
from plugins.contrib.item_catalogue.wording import one_line, tidy, word_key

ON, OFF = "■√☑✓✔●◆▇🗹☒", "□○☐◇▢"
#: What a single cell says instead of leaving it blank.
_NO = {"×", "✗", "✘", "/", "-", "—", "——", "否", "无", "\\"}
_YES = {"是", "有"}
_MARK = re.compile(f"[{ON}{OFF}]")
_EDGE = " \n;；、，,。．"
_NAMES = re.compile(r"[、，,;；\n]+")


@dataclass
class TickReader:
    """Reads the choices of row after row, and counts by which signs they were made."""

    on: dict[Column, Counter[str]] = field(default_factory=dict)
    off: dict[Column, Counter[str]] = field(default_factory=dict)

    def read(self, heading: Heading, text: str) -> Iterator[Choice]:
        """Choices of one cell: of an option's own column exactly one, of a list any number."""
        text = tidy(text)
        if heading.is_option:
            yield self._single(heading, text)
        elif _MARK.search(text):
            yield from self._listed(heading.column, text)
        else:
            names = (one_line(name) for name in _NAMES.split(text))
            yield from (_choice(heading.column, name, is_chosen=True) for name in names if name)

    def marks(self, headings: Iterable[Heading]) -> dict[Column, Marks]:
        """The signs that are used most, for every column of choices; usual ones where there are none."""
        found = {}
        for heading in headings:
            if heading.column in CHOICES:
                usual = SPLIT_MARKS if heading.is_option else LISTED_MARKS
                on, off = (_most_used(counters.get(heading.column)) for counters in (self.on, self.off))
                found[heading.column] = Marks(usual.on if on is None else on, usual.off if off is None else off)
        return found

    def _single(self, heading: Heading, text: str) -> Choice:
        mark, note = text[:1], one_line(text[1:])
        if not mark or text in _NO or mark in OFF:
            is_marked = bool(mark) and mark in OFF
            if not is_marked or not note:  # what says something beside it needs a sign, whatever the table's is
                self._count(self.off, heading.column, mark if is_marked else "")
            return Choice(heading.column, heading.option, False, note if is_marked else "")
        if mark in ON:
            self._count(self.on, heading.column, mark)
        else:
            note = "" if text in _YES else one_line(text)
        return Choice(heading.column, heading.option, True, "" if note == heading.option else note)

    def _listed(self, kind: Column, text: str) -> Iterator[Choice]:
        marks = list(_MARK.finditer(text))
        is_behind = not _MARK.match(text) and marks[-1].end() == len(text)
        starts = [0, *(mark.end() for mark in marks)]
        ends = [*(mark.start() for mark in marks), len(text)]
        parts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        for mark, part in zip(marks, parts[:-1] if is_behind else parts[1:], strict=True):
            is_chosen = mark.group() in ON
            choice = _choice(kind, part, is_chosen=is_chosen)
            if choice.label:
                self._count(self.on if is_chosen else self.off, kind, mark.group())
                yield choice

    def _count(self, counters: dict[Column, Counter[str]], kind: Column, mark: str) -> None:
        counters.setdefault(kind, Counter())[mark] += 1


def _most_used(counter: Counter[str] | None) -> str | None:
    return counter.most_common(1)[0][0] if counter else None


def _choice(kind: Column, text: str, *, is_chosen: bool) -> Choice:
    label, _colon, note = one_line(text.strip(_EDGE)).replace(":", "：").partition("：")
    return Choice(kind, label.strip(_EDGE), is_chosen, note.strip(_EDGE))


def union(one: Iterable[Choice], other: Iterable[Choice]) -> tuple[Choice, ...]:
    """Choices of a row that a page break split: what either part chooses is chosen, in the order of the first."""
    merged: dict[tuple[Column, str], Choice] = {}
    for choice in (*one, *other):
        key = (choice.kind, word_key(choice.label) or choice.label)
        earlier = merged.get(key, choice)
        is_chosen = earlier.is_chosen or choice.is_chosen
        merged[key] = Choice(earlier.kind, earlier.label, is_chosen, earlier.note or choice.note)
    return tuple(merged.values())
