"""Rows of a catalogue → items: names carry on downwards, rows that a page break split are joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from plugins.api import Cell, RawRow
from plugins.contrib.item_catalogue.enums import CHOICES, TEXTS, Column, LimitKind, Option
from plugins.contrib.item_catalogue.structure import Choice, Entry, Heading
from plugins.contrib.item_catalogue.time_limits import parse_time_limits
from plugins.contrib.item_catalogue.wording import one_line, tidy

from .captions import NOTE
from .complaints import Complaints
from .segments import Segment, line_of
from .synonyms import option_of
from .ticks import TickReader, union

#: As the database has them.
LONGEST_NUMBER, LONGEST_NAME, LONGEST_OPTION = 40, 300, 200
_NAMES = (Column.NUMBER, Column.FIRST, Column.SECOND)
_SENTENCE_END = re.compile(r"[。；;：:！？.)）》]\Z")


@dataclass
class RowReader:
    """Reads row after row; it remembers the first-level item and the row above, and collects problems."""

    headings: Sequence[Heading]
    complaints: Complaints
    ticks: TickReader = field(default_factory=TickReader)
    entries: list[Entry] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _first: str = ""
    _seen: dict[tuple[str, str], int | None] = field(default_factory=dict)

    def read(self, segment: Segment) -> None:
        """Read the rows below one block of headings. The first may go on where the last of the page before broke."""
        lines = [self._line(row) for row in segment.rows]
        last = max((place for place, line in enumerate(lines) if not line), default=-1)
        for place, (row, line) in enumerate(zip(segment.rows, lines, strict=True)):
            if line and (place > last or NOTE.match(line)):
                self.notes.append(line)
            elif line and not self._has(Column.FIRST):
                self._first = line
            elif line:
                self.complaints.ignored_row(row.number, line)
            else:
                self._read_item(row, may_go_on=place == 0 and bool(self.entries))

    def _line(self, row: RawRow) -> str:
        """The text of a row that is no item but a line across the table: a heading of a group, or a note."""
        line = line_of(row)
        is_across = bool(row.texts()[0].strip()) and self.headings[0].column not in (Column.FIRST, Column.SECOND)
        return line if is_across or NOTE.match(line) else ""

    def _has(self, column: Column) -> bool:
        return any(heading.column == column for heading in self.headings)

    def _read_item(self, row: RawRow, *, may_go_on: bool) -> None:
        cells = {heading.key: cell for heading, cell in zip(self.headings, row.cells, strict=False)}
        named = {heading.column: cells.get(heading.key, Cell()) for heading in self.headings}
        number, first, second = (named.get(column, Cell()) for column in _NAMES)
        if not any(cell.text.strip() for cell in (number, first, second)) and may_go_on:
            self._join(self._entry(row, cells))
            return
        if first.text.strip() and not first.carried:
            self._first = one_line(first.text)
        is_named = bool(second.text.strip()) or self._names_by_first(first)
        if not is_named:
            self.complaints.row_without_item(row.number)
            return
        if self._has(Column.FIRST) and not self._first:
            self.complaints.no_first_level(row.number, one_line(second.text))
            return
        entry = replace(self._entry(row, cells), first=self._first)
        self._check(entry, is_part=second.carried)
        self.entries.append(entry)

    def _names_by_first(self, first: Cell) -> bool:
        """Whether a row without a second-level item is one all the same: it begins a first-level item, or goes on in
        one that has no second level."""
        if not first.text.strip():
            return False
        return not first.carried or bool(self.entries and not self.entries[-1].second)

    def _entry(self, row: RawRow, cells: dict[str, Cell]) -> Entry:
        texts: dict[str, str] = {}
        choices: list[Choice] = []
        extras: list[tuple[str, str]] = []
        for heading in self.headings:
            text = cells.get(heading.key, Cell()).text
            if heading.column in CHOICES:
                read = list(self.ticks.read(heading, text))
                choices += read
                if text.strip() and not read:
                    self.complaints.tick_without_option(row.number, heading.column, one_line(text))
            elif heading.column in TEXTS:
                texts[heading.column.value] = one_line(text) if heading.column in _NAMES else tidy(text)
            elif tidy(text):
                extras.append((heading.key, tidy(text)))
        return Entry(**texts, choices=tuple(choices), extras=tuple(extras), row=row.number)

    def _join(self, rest: Entry) -> None:
        """Add what a page break cut off to the entry above."""
        upper = self.entries[-1]
        texts: dict[str, Any] = {column.value: _joined(upper.text(column), rest.text(column)) for column in TEXTS}
        extras = dict(upper.extras)
        for key, text in rest.extras:
            extras[key] = _joined(extras.get(key, ""), text)
        order = [heading.key for heading in self.headings if heading.key in extras]
        choices = union(upper.choices, rest.choices)
        self.entries[-1] = replace(upper, **texts, choices=choices, extras=tuple((key, extras[key]) for key in order))

    def _check(self, entry: Entry, *, is_part: bool) -> None:
        row, name = entry.row or 0, (entry.first, entry.second)
        if name in self._seen and not is_part:
            self.complaints.repeated(row, entry.name, self._seen[name])
        self._seen.setdefault(name, entry.row)
        if self._has(Column.CONTENT) and not entry.content:
            self.complaints.no_content(row, entry.name)
        for column, limit in zip(_NAMES, (LONGEST_NUMBER, LONGEST_NAME, LONGEST_NAME), strict=True):
            if len(entry.text(column)) > limit:
                self.complaints.too_long(row, column, len(entry.text(column)), limit)
        if any(limit.kind == LimitKind.UNPARSED for limit in parse_time_limits(entry.limit)):
            self.complaints.unread_limit(row, entry.limit)
        self._check_choices(entry, row)

    def _check_choices(self, entry: Entry, row: int) -> None:
        for choice in entry.choices:
            length = max(len(choice.label), len(choice.note))
            if length > LONGEST_OPTION:
                self.complaints.too_long(row, choice.kind, length, LONGEST_OPTION)
            elif option_of(choice.label) == Option.OTHER and not choice.label.startswith(("其他", "其它")):
                self.complaints.unknown_option(row, choice.kind, choice.label)


def _joined(upper: str, lower: str) -> str:
    """A line goes on in the next one unless it ended a sentence."""
    separator = "\n" if upper and lower and _SENTENCE_END.search(upper) else ""
    return f"{upper}{separator}{lower}"
