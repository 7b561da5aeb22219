"""What a table is made of: its columns in their order, and what is wrong with them. No database."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from plugins.api import Problem, ascii_slug, words_identity

from .enums import ColumnKind

MAX_COLUMNS = 40
MAX_KEY = 40
MAX_TITLE = 60
#: Values that one list of a column has.
MAX_CODES = 500
#: Names that addresses of a table use for other things.
RESERVED = frozenset({"q", "sort", "page", "size", "format"})
KEY = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. ``key`` names it in addresses and for programs; ``codes`` are the values of a choice."""

    key: str
    title: str
    kind: ColumnKind = ColumnKind.TEXT
    is_required: bool = False
    unit: str = ""
    codes: tuple[str, ...] = ()
    is_filter: bool = False
    is_listed: bool = True

    @property
    def label(self) -> str:
        """Its title with the unit of measure."""
        return _("%(title)s (%(unit)s)") % {"title": self.title, "unit": self.unit} if self.unit else self.title

    @property
    def is_offered(self) -> bool:
        """Whether readers may narrow the table by it: it is marked so, or a choice."""
        return self.is_filter or self.kind == ColumnKind.CHOICE


@dataclass(frozen=True)
class Schema:
    """The columns of a table. The first one names the row."""

    columns: tuple[Column, ...]

    @cached_property
    def places(self) -> dict[str, int]:
        """Where the column of a key stands."""
        return {column.key: place for place, column in enumerate(self.columns)}

    @cached_property
    def titles(self) -> list[str]:
        return [column.title for column in self.columns]

    def place_of(self, kind: ColumnKind) -> int | None:
        """Where the first column of ``kind`` stands."""
        return next((place for place, column in enumerate(self.columns) if column.kind == kind), None)

    @property
    def has_points(self) -> bool:
        """Whether rows may have a place on the map."""
        return None not in (self.place_of(ColumnKind.LONGITUDE), self.place_of(ColumnKind.LATITUDE))


def key_of(title: str) -> str:
    """A key made of a title in pinyin: ``办学层次`` → ``ban_xue_ceng_ci``."""
    key = ascii_slug(title, fallback="column").replace("-", "_")[:MAX_KEY].strip("_")
    return key if KEY.fullmatch(key) and key not in RESERVED else f"c_{key}"[:MAX_KEY]


def codes_of(text: str) -> tuple[str, ...]:
    """The values that a code list names, one a line."""
    lines = (unicodedata.normalize("NFC", line).strip() for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def schema_problems(columns: Sequence[Column]) -> Iterator[Problem]:
    """What is wrong with the columns themselves."""
    if len(columns) > MAX_COLUMNS:
        message = _("There are %(count)d columns; at most %(limit)d are kept.")
        limits = {"count": len(columns), "limit": MAX_COLUMNS}
        yield _problem("", "too-many-columns", message % limits, _("Make two tables of it."))
    yield from _repeated(columns)
    for column in columns:
        yield from _of_list(column)
        if not KEY.fullmatch(column.key) or column.key in RESERVED or len(column.key) > MAX_KEY:
            message = _("The column “%(title)s” cannot have the key “%(key)s”.")
            words = {"title": column.title, "key": column.key}
            remedy = _("Write small letters, digits and underscores, or leave it blank.")
            yield _problem(column.title, "bad-key", message % words, remedy)
    yield from _coordinates(columns)


def _of_list(column: Column) -> Iterator[Problem]:
    if column.kind == ColumnKind.CHOICE and not column.codes:
        message = _("The column “%(title)s” is one of a list, and its list is empty.") % {"title": column.title}
        yield _problem(column.title, "no-codes", message, _("Write the values of the list, one a line."))
    if len(column.codes) > MAX_CODES:
        message = _("The list of the column “%(title)s” has %(count)d values; at most %(limit)d are kept.")
        words = {"title": column.title, "count": len(column.codes), "limit": MAX_CODES}
        yield _problem(
            column.title, "too-many-codes", message % words, _("Shorten it, or make the column one of text.")
        )


def _repeated(columns: Sequence[Column]) -> Iterator[Problem]:
    titles = Counter(words_identity(column.title) for column in columns)
    keys = Counter(column.key for column in columns)
    for column in columns:
        if titles[words_identity(column.title)] > 1:
            message = _("More than one column is called “%(title)s”.") % {"title": column.title}
            yield _problem(column.title, "repeated-title", message, _("Give each column a title of its own."))
        elif keys[column.key] > 1:
            message = _("More than one column has the key “%(key)s”.") % {"key": column.key}
            yield _problem(column.title, "repeated-key", message, _("Give one of them another key."))


def _coordinates(columns: Sequence[Column]) -> Iterator[Problem]:
    counts = Counter(column.kind for column in columns)
    pair = (counts[ColumnKind.LONGITUDE], counts[ColumnKind.LATITUDE])
    if pair not in ((0, 0), (1, 1)):
        message = _("A place on the map needs one column for the longitude and one for the latitude.")
        yield _problem("", "half-coordinates", message, _("Add the other one, or make both columns of text."))


def _problem(title: str, code: str, message: str, remedy: str) -> Problem:
    return Problem(row=None, column=title, code=code, message=message, remedy=remedy)
