"""A catalogue as it is written down: headings and rows, without a database. What readers make and writers take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from .enums import CHOICES, Column
from .wording import word_key

#: Names of both levels by their letters and digits alone, and which of several rows of that name it is, from 0.
ItemKey = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of a table.

    ``path`` holds the texts above each other, the group first; ``key`` names the column within its table. An option
    (``is_option``) is a column of ticks for one choice of ``column``, such as 公开方式 > 主动.
    """

    path: tuple[str, ...]
    key: str
    column: Column
    is_option: bool = False

    @property
    def option(self) -> str:
        """What a tick below this heading chooses."""
        return self.path[-1] if self.is_option else ""


@dataclass(frozen=True, slots=True)
class Marks:
    """How a table ticks in one of its columns of choices: ``■`` and ``□``, ``√`` and nothing."""

    on: str
    off: str


SPLIT_MARKS, LISTED_MARKS = Marks("√", ""), Marks("■", "□")


@dataclass(frozen=True, slots=True)
class Choice:
    """An option that a row offers in a column, whether it is chosen, and what is written beside it."""

    kind: Column
    label: str
    is_chosen: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: one item. ``extras`` holds what stands in further columns, by the key of their heading; blanks are out.

    ``row`` is where it was read, and no part of what it says.
    """

    first: str = ""
    second: str = ""
    number: str = ""
    content: str = ""
    basis: str = ""
    limit: str = ""
    body: str = ""
    choices: tuple[Choice, ...] = ()
    extras: tuple[tuple[str, str], ...] = ()
    row: int | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        """The item's own name: that of the second level, or of the first where there is no second."""
        return self.second or self.first

    def text(self, column: Column) -> str:
        """What stands in a column of text."""
        value: str = getattr(self, column.value)
        return value

    def words(self, column: Column) -> str:
        """What stands in any column, for a person who compares: of choices those that are ticked."""
        if column == Column.EXTRA:
            return "；".join(f"{key}：{text}" for key, text in self.extras)
        if column not in CHOICES:
            return self.text(column)
        ticked = (choice for choice in self.choices_of(column) if choice.is_chosen)
        return "、".join(f"{choice.label}（{choice.note}）" if choice.note else choice.label for choice in ticked)

    def choices_of(self, kind: Column) -> tuple[Choice, ...]:
        """The options of one column, in the author's order."""
        return tuple(choice for choice in self.choices if choice.kind == kind)


@dataclass(frozen=True, slots=True)
class Shape:
    """All of a catalogue but its rows: titles above the table, headings, ways to tick, notes below.

    ``titles`` and ``notes`` are lines of text. Plain JSON by :meth:`as_json`, back by :meth:`from_json`.
    """

    titles: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()
    marks: Mapping[Column, Marks] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def has(self, column: Column) -> bool:
        return any(heading.column == column for heading in self.headings)

    def marks_of(self, kind: Column) -> Marks:
        """The ticks of a column of choices; usual ones when the table shows none."""
        is_split = any(heading.column == kind and heading.is_option for heading in self.headings)
        return self.marks.get(kind, SPLIT_MARKS if is_split else LISTED_MARKS)

    def as_json(self) -> dict[str, Any]:
        headings = [[list(one.path), one.key, one.column.value, one.is_option] for one in self.headings]
        marks = {kind.value: [marks.on, marks.off] for kind, marks in self.marks.items()}
        return {"titles": list(self.titles), "headings": headings, "marks": marks, "notes": list(self.notes)}

    @classmethod
    def from_json(cls, values: Mapping[str, Any]) -> Self:
        return cls(
            titles=tuple(values.get("titles", ())),
            headings=tuple(
                Heading(tuple(path), key, Column(column), is_option)
                for path, key, column, is_option in values.get("headings", ())
            ),
            marks={Column(kind): Marks(*pair) for kind, pair in values.get("marks", {}).items()},
            notes=tuple(values.get("notes", ())),
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """One catalogue of a file. ``place`` names its sheet or table for the author, and is no part of what it says."""

    shape: Shape
    entries: tuple[Entry, ...] = ()
    place: str = field(default="", compare=False)


def keyed(entries: Iterable[Entry]) -> Iterator[tuple[ItemKey, Entry]]:
    """Rows with what tells them apart: several may have one name, because a row can be split in the table."""
    seen: Counter[tuple[str, str]] = Counter()
    for entry in entries:
        name = (word_key(entry.first), word_key(entry.second))
        yield (*name, seen[name]), entry
        seen[name] += 1


def standard_shape(titles: tuple[str, ...] = ()) -> Shape:
    """The headings of the State Council's pilot catalogues, for a catalogue that was never read from a file."""
    split = {
        Column.AUDIENCE: ("公开对象", ("全社会", "特定群体")),
        Column.METHOD: ("公开方式", ("主动", "依申请")),
        Column.LEVEL: ("公开层级", ("县级", "乡级")),
    }
    plain = [
        (("序号",), Column.NUMBER),
        (("公开事项", "一级事项"), Column.FIRST),
        (("公开事项", "二级事项"), Column.SECOND),
        (("公开内容（要素）",), Column.CONTENT),
        (("公开依据",), Column.BASIS),
        (("公开时限",), Column.LIMIT),
        (("公开主体",), Column.BODY),
        (("公开渠道和载体",), Column.CHANNEL),
    ]
    headings = [Heading(path, " > ".join(path), column) for path, column in plain]
    for column, (group, options) in split.items():
        headings += [Heading((group, one), f"{group} > {one}", column, is_option=True) for one in options]
    marks = {heading.column: SPLIT_MARKS if heading.is_option else LISTED_MARKS for heading in headings[-7:]}
    return Shape(titles=titles, headings=tuple(headings), marks=marks)
