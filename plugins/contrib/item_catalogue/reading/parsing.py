"""A file → its catalogues, and every problem on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from plugins.api import Problem, ProblemSeverity, UnreadableFile, read_file
from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.structure import Heading, Shape, Sheet

from .complaints import Complaints
from .headings import propose_headings
from .parsed import ParsedFile
from .rows import RowReader
from .segments import Part, Segment, parts_of

NO_MAPPING: Mapping[str, Column] = {}


def parse_catalogues(content: bytes, *, mapping: Mapping[str, Column] = NO_MAPPING) -> ParsedFile:
    """Read a workbook, a Word document or a CSV; ``mapping`` says what columns mean, by the key of their heading.

    Never raises for what an author can do wrong: every problem is told with its row and its remedy.
    """
    try:
        file = read_file(content)
        parts, ignored = parts_of(file, content)
    except UnreadableFile as error:
        return ParsedFile(problems=(error.problem,))
    if not parts:
        return ParsedFile(problems=(_no_catalogue(),))
    problems = [_ignored_table(segment) for segment in ignored if segment.place]
    sheets = []
    for part in parts:
        complaints = Complaints(part.head.place)
        sheets.append(_sheet(part, mapping, complaints))
        problems += complaints.found
    known = {heading.key for sheet in sheets for heading in sheet.shape.headings}
    problems += [_unknown_heading(key, sorted(known)) for key in mapping if key not in known]
    return ParsedFile(tuple(sheets), tuple(problems))


def _sheet(part: Part, mapping: Mapping[str, Column], complaints: Complaints) -> Sheet:
    head = part.head
    headings = propose_headings(part.paths, mapping)
    reader = RowReader(headings, complaints)
    _check_headings(headings, head.heading_row, complaints)
    for segment in part.segments:
        reader.read(segment)
    if not reader.entries and not complaints.found:
        complaints.no_items(head.heading_row)
    kept = _kept(headings, reader)
    notes = (*reader.notes, *part.notes)
    shape = Shape(head.titles, kept, reader.ticks.marks(kept), notes)
    return Sheet(shape, tuple(reader.entries), head.place)


def _kept(headings: Sequence[Heading], reader: RowReader) -> tuple[Heading, ...]:
    """Without the columns that have no heading and in which nothing stands, unless another such column follows in
    which something does: those are called by their place."""
    used = {key for entry in reader.entries for key, _text in entry.extras}
    last = max(
        (place for place, heading in enumerate(headings) if not heading.path and heading.key in used), default=-1
    )
    return tuple(heading for place, heading in enumerate(headings) if heading.path or place <= last)


def _check_headings(headings: Sequence[Heading], row: int, complaints: Complaints) -> None:
    columns = {heading.column for heading in headings}
    if Column.CONTENT not in columns:
        complaints.missing_column(row, Column.CONTENT)
    if not columns & {Column.FIRST, Column.SECOND}:
        complaints.missing_column(row, Column.SECOND)
    for heading in headings:
        if heading.column == Column.EXTRA and heading.path:
            complaints.further_column(row, heading.key)


def _no_catalogue() -> Problem:
    return Problem(
        row=None,
        column="",
        code="no-catalogue",
        message=_("The file holds no item catalogue: no row has its headings."),
        remedy=_("Write the headings 序号, 公开事项, 公开内容（要素）, 公开依据, 公开时限, 公开主体 above the items."),
    )


def _unknown_heading(key: str, known: Sequence[str]) -> Problem:
    return Problem(
        row=None,
        column=key,
        code="unknown-heading",
        message=_("No column has the heading “%(heading)s”.") % {"heading": key},
        remedy=_("Name one of these: %(headings)s.") % {"headings": "、".join(known)},
    )


def _ignored_table(segment: Segment) -> Problem:
    return Problem(
        row=segment.rows[0].number,
        column="",
        code="table-ignored",
        message=_("“%(place)s” has no headings of an item catalogue and is not read.") % {"place": segment.place},
        remedy=_("Nothing to do if it is no catalogue; else write the headings above its items."),
        severity=ProblemSeverity.WARNING,
        place=segment.place,
    )
