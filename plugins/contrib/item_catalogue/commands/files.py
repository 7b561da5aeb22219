"""Files that a step reads: what columns mean, and what is wrong with the catalogue."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator, Sequence
from pathlib import Path

from django.utils.translation import gettext as _

from plugins.api import Problem, Refused
from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.reading import ParsedFile, parse_catalogues


def add_file(parser: ArgumentParser) -> None:
    """The file, and ``--map``."""
    parser.add_argument("file", type=Path, metavar="FILE", help="XLSX, DOCX or CSV")
    parser.add_argument(
        "--map",
        dest="mapping",
        action="append",
        default=[],
        type=_pair,
        metavar="HEADING=COLUMN",
        help=f"what a column means; COLUMN is one of {', '.join(Column.values)}. May be given again",
    )


def parsed(file: Path, mapping: Sequence[tuple[str, Column]]) -> ParsedFile:
    """What is in ``file``; raises :class:`Refused` when it cannot be opened."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Refused(_("%(file)s cannot be opened: %(reason)s.") % {"file": file, "reason": error.strerror}) from error
    return parse_catalogues(content, mapping=dict(mapping))


def problem_lines(problems: Sequence[Problem]) -> Iterator[str]:
    """Three lines for each: where, what, and what to do."""
    for problem in problems:
        row = "" if problem.row is None else _("Row %(row)d") % {"row": problem.row}
        place = [problem.place, row, problem.column]
        yield f"{problem.severity.label} {problem.code} · {' · '.join(filter(None, place))}"
        yield f"    {problem.message}"
        yield f"    → {problem.remedy}"


def _pair(text: str) -> tuple[str, Column]:
    heading, _equals, column = text.rpartition("=")
    if not heading or column not in Column.values:
        raise ArgumentTypeError(
            _("“%(text)s” is not HEADING=COLUMN. Columns are: %(columns)s")
            % {"text": text, "columns": ", ".join(Column.values)}
        )
    return heading, Column(column)
