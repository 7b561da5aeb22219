"""Rows as a page keeps them: text separated by tabs, the headings in its first line. No database.

So whatever looks at the text of content looks at the rows: the check for personal data, the digest of a clearance, the
plain page of a plug-in that is off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from django.utils.translation import gettext as _

from plugins.api import Problem, words_identity

from .schema import Schema
from .values import CellRefused, one_line, read_cell

MAX_ROWS = 5_000
#: A form that is larger is refused by the server before anybody can say why.
MAX_CHARACTERS = 600_000
Rows = tuple[tuple[str, ...], ...]


class RowsRefused(ValueError):
    """The text is no table of these columns; the message says what to mend."""


def split_text(text: str) -> tuple[list[str], list[list[str]]]:
    """Headings and rows of a text; lines without a word are left out."""
    lines = [line.split("\t") for line in text.replace("\r\n", "\n").split("\n") if line.strip()]
    return (lines[0], lines[1:]) if lines else ([], [])


def join_text(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The text that :func:`split_text` reads; empty without rows."""
    lines = ["\t".join(one_line(cell) for cell in row) for row in rows]
    return "\n".join(["\t".join(titles), *lines]) if lines else ""


def rows_of(text: str, schema: Schema) -> Rows:
    """The rows of ``schema``; what stands under a heading that is none of its columns is left out."""
    headings, lines = split_text(text)
    places = _places(headings, schema, {})
    return tuple(_ordered(line, places) for line in lines)


def lay_out(text: str, schema: Schema, *, former: Mapping[str, str] | None = None) -> Rows:
    """The rows of ``text`` with the columns of ``schema`` in their order.

    ``former`` are the titles that columns had, with their keys: a column that was renamed keeps its cells, one that
    was taken away loses them. Raises :class:`RowsRefused` for everything that would be lost otherwise.
    """
    headings, lines = split_text(text)
    if not lines:
        return ()
    by_title = {words_identity(title): key for title, key in (former or {}).items()}
    _refuse_unknown(headings, schema, by_title)
    _refuse_size(text, lines)
    _refuse_wide(headings, lines)
    places = _places(headings, schema, by_title)
    return tuple(_ordered(line, places) for line in lines)


def text_problems(text: str, schema: Schema) -> list[Problem]:
    """Why ``text`` is no table of ``schema``, however it came here; at most one problem."""
    try:
        lay_out(text, schema)
    except RowsRefused as error:
        remedy = _("Mend the rows in the editor.")
        return [Problem(row=None, column="", code="no-table", message=str(error), remedy=remedy)]
    return []


def read_rows(
    schema: Schema, rows: Iterable[Sequence[str]], *, numbers: Iterable[int] | None = None
) -> tuple[Rows, list[Problem]]:
    """Rows with each cell in the one way to write it, and what is wrong, by ``numbers`` of rows, else from 1 on.

    A cell that is wrong stays as it is.
    """
    problems: list[Problem] = []
    found = tuple(
        tuple(_cell(schema, place, text, number, problems) for place, text in enumerate(row))
        for number, row in zip(numbers if numbers is not None else count(1), rows, strict=False)
    )
    return found, problems


def _cell(schema: Schema, place: int, text: str, number: int, problems: list[Problem]) -> str:
    column = schema.columns[place]
    try:
        return read_cell(column, text)
    except CellRefused as error:
        problems.append(
            Problem(row=number, column=column.title, code=error.code, message=error.message, remedy=error.remedy)
        )
        return one_line(text)


def _places(headings: Sequence[str], schema: Schema, former: Mapping[str, str]) -> list[int | None]:
    """For each column of ``schema``, where in a line it stands."""
    present = {words_identity(heading): place for place, heading in reversed(list(enumerate(headings)))}
    by_key = {key: title for title, key in former.items()}
    titles = [words_identity(title) for title in schema.titles]
    taken = set(titles)
    return [
        present[title] if title in present else _former_place(present, by_key.get(column.key), taken)
        for title, column in zip(titles, schema.columns, strict=True)
    ]


def _former_place(present: Mapping[str, int], title: str | None, taken: set[str]) -> int | None:
    return present.get(title) if title is not None and title not in taken else None


def _ordered(line: Sequence[str], places: Sequence[int | None]) -> tuple[str, ...]:
    return tuple(line[place].strip() if place is not None and place < len(line) else "" for place in places)


def _refuse_unknown(headings: Sequence[str], schema: Schema, former: Mapping[str, str]) -> None:
    known = {*(words_identity(title) for title in schema.titles), *former}
    unknown = [heading.strip() for heading in headings if words_identity(heading) not in known]
    if unknown:
        raise RowsRefused(
            _("No column is called “%(titles)s”. The first line names the columns; name a column so, or take it out.")
            % {"titles": "”, “".join(unknown[:5])}
        )


def _refuse_size(text: str, lines: Sequence[object]) -> None:
    if len(lines) > MAX_ROWS or len(text) > MAX_CHARACTERS:
        raise RowsRefused(
            _("The table has %(rows)d rows and %(characters)d characters; it may have %(most)d and %(all)d.")
            % {"rows": len(lines), "characters": len(text), "most": MAX_ROWS, "all": MAX_CHARACTERS}
            + " "
            + _("Make two tables of it.")
        )


def _refuse_wide(headings: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    wide = next(_wide(headings, lines), None)
    if wide is not None:
        raise RowsRefused(
            _("Row %(row)d has more cells than there are columns. Take out the tabs that are too many.") % {"row": wide}
        )


def _wide(headings: Sequence[str], lines: Iterable[Sequence[str]]) -> Iterator[int]:
    return (number for number, line in enumerate(lines, start=1) if any(cell.strip() for cell in line[len(headings) :]))
