"""A file with rows: which of its headings is which column, and what is wrong in it. No database.

Between two screens the file travels as text, a line for each of its rows, so that problems name the rows of the file.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count

from django.utils.translation import gettext as _

from plugins.api import Problem, RawFile, RawTable, UnreadableFile, restore_cell, words_identity

from .rows import MAX_CHARACTERS, Rows, read_rows
from .schema import MAX_KEY, MAX_TITLE, Column, Schema, key_of, schema_problems
from .values import one_line

#: Rows at the top of a file among which the headings are looked for: titles stand above them.
TOP = 10
#: What a heading is made into, beside the columns that are there.
LEFT_OUT, NEW = "", "+"


@dataclass(frozen=True)
class Upload:
    """The headings of a file, and its rows with the numbers that they have there."""

    headings: tuple[str, ...]
    numbers: tuple[int, ...]
    lines: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Taken:
    """What a file gives: rows for the columns of ``schema``, of which the last ``new`` are not there yet."""

    schema: Schema
    new: tuple[Column, ...]
    rows: Rows
    problems: tuple[Problem, ...]


def text_of_file(file: RawFile) -> str:
    """The largest table of a file as text. Raises :class:`UnreadableFile`."""
    table = max(file.tables, key=lambda one: len(one.rows), default=RawTable(rows=()))
    lines: list[str] = []
    for row in table.rows:
        lines += [""] * (row.number - 1 - len(lines))
        lines.append("\t".join(restore_cell(one_line(text)) for text in row.texts()).rstrip("\t"))
    text = "\n".join(lines)
    if len([line for line in lines if line]) < 2:
        message = _("The file has no table with headings and a row below them.")
        raise UnreadableFile(
            "no-table", message, _("Write the headings into the first row; the empty workbook has them.")
        )
    if len(text) > MAX_CHARACTERS:
        message = _("The file has %(count)d characters; at most %(limit)d are taken.")
        words = {"count": len(text), "limit": MAX_CHARACTERS}
        raise UnreadableFile("too-large", message % words, _("Make two tables of it."))
    return text


def upload_of(text: str, schema: Schema) -> Upload:
    """Headings and rows of the text of a file; the headings are that of its first rows that names most columns."""
    lines = [tuple(cell.strip() for cell in line.split("\t")) for line in text.replace("\r\n", "\n").split("\n")]
    filled = [number for number, line in enumerate(lines, start=1) if any(line)]
    head = max(filled[:TOP], key=lambda number: (_named(lines[number - 1], schema), -number), default=0)
    below = [number for number in filled if number > head]
    headings = lines[head - 1] if head else ()
    return Upload(headings, tuple(below), tuple(lines[number - 1] for number in below))


def suggest(upload: Upload, schema: Schema) -> list[str]:
    """For each heading the key of the column that it names, each once; a table without columns gets them all."""
    names = {words_identity(text): column.key for column in schema.columns for text in (column.title, column.label)}
    free = set(schema.places)
    found = []
    for heading in upload.headings:
        key = names.get(words_identity(heading), LEFT_OUT)
        found.append(key if key in free else NEW if heading and not schema.columns else LEFT_OUT)
        free.discard(key)
    return found


def take(upload: Upload, schema: Schema, meaning: Sequence[str]) -> Taken:
    """The rows of ``upload``; ``meaning`` says for each heading which column it is, as :func:`suggest` does."""
    new = _new_columns(upload, meaning, schema)
    whole = Schema((*schema.columns, *new.values()))
    keys = [new[place].key if place in new else meaning[place] for place in range(len(upload.headings))]
    places = [keys.index(column.key) if column.key in keys else None for column in whole.columns]
    ordered = [_ordered(line, places) for line in upload.lines]
    rows, wrong = read_rows(whole, ordered, numbers=upload.numbers)
    absent = _unfilled(whole, keys)
    titles = {problem.column for problem in absent}
    cells = [problem for problem in wrong if problem.column not in titles]
    problems = (*schema_problems(whole.columns), *_meant_twice(keys, whole), *absent, *cells)
    return Taken(whole, tuple(new.values()), rows, problems)


def _named(line: Sequence[str], schema: Schema) -> int:
    names = {words_identity(text) for column in schema.columns for text in (column.title, column.label)}
    return len({words_identity(cell) for cell in line} & names)


def _new_columns(upload: Upload, meaning: Sequence[str], schema: Schema) -> Mapping[int, Column]:
    """Each with a key and a title of its own: rows are kept by the titles, so one of two alike would lose its cells."""
    keys, titles = set(schema.places), {words_identity(title) for title in schema.titles}
    found: dict[int, Column] = {}
    for place, heading in enumerate(upload.headings):
        if meaning[place] == NEW and heading:
            key = _own(key_of(heading), "_", MAX_KEY, keys)
            title = _own(heading, " ", MAX_TITLE, titles)
            keys.add(key)
            titles.add(words_identity(title))
            found[place] = Column(key=key, title=title)
    return found


def _own(base: str, mark: str, longest: int, taken: Container[str]) -> str:
    """``base``, with a number behind ``mark`` where it is ``taken``."""
    endings = chain([""], (f"{mark}{number}" for number in count(2)))
    names = (base[: longest - len(ending)].strip() + ending for ending in endings)
    return next(name for name in names if words_identity(name) not in taken)


def _ordered(line: Sequence[str], places: Sequence[int | None]) -> tuple[str, ...]:
    return tuple(line[place] if place is not None and place < len(line) else "" for place in places)


def _meant_twice(keys: Sequence[str], schema: Schema) -> list[Problem]:
    twice = [column for column in schema.columns if keys.count(column.key) > 1]
    return [
        Problem(
            row=None,
            column=column.title,
            code="meant-twice",
            message=_("Two headings of the file are meant to be “%(title)s”.") % {"title": column.title},
            remedy=_("Leave one of them out."),
        )
        for column in twice
    ]


def _unfilled(schema: Schema, keys: Sequence[str]) -> list[Problem]:
    """One problem for a column, in place of one for each row of it."""
    missing = [column for column in schema.columns if column.is_required and column.key not in keys]
    return [
        Problem(
            row=None,
            column=column.title,
            code="no-heading",
            message=_("No heading of the file is “%(title)s”, which must be filled in.") % {"title": column.title},
            remedy=_("Choose below which heading it is, or add it to the file."),
        )
        for column in missing
    ]
