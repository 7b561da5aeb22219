"""``items check FILE``: what a file holds and what is wrong with it; nothing is written."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from plugins.api import Report
from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.structure import Sheet

from .files import add_file, parsed, problem_lines

NAME = "check"
HELP = "Read a file, show what each column was taken for, and name what is wrong. Exit status 1 if it has errors."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    add_file(parser)


def run(*, file: Path, mapping: Sequence[tuple[str, Column]], **options: Any) -> Report:
    """Needs no database."""
    found = parsed(file, mapping)
    report = Report(is_failure=not found.is_applicable)
    for sheet in found.sheets:
        report.lines += _lines(sheet)
    report.lines += [*problem_lines(found.problems)] or [_("Nothing is wrong.")]
    report.values = {
        "catalogues": [_values(sheet) for sheet in found.sheets],
        "problems": [problem.as_json() for problem in found.problems],
    }
    return report


def _lines(sheet: Sheet) -> Iterator[str]:
    name = sheet.place or "".join(sheet.shape.titles[:1]) or "–"
    yield _("%(catalogue)s: %(number)d items") % {"catalogue": name, "number": len(sheet.entries)}
    for heading in sheet.shape.headings:
        yield f"    {heading.key} = {heading.column.value} ({heading.column.label})"


def _values(sheet: Sheet) -> dict[str, Any]:
    return {
        "place": sheet.place,
        "titles": list(sheet.shape.titles),
        "columns": {heading.key: heading.column.value for heading in sheet.shape.headings},
        "items": len(sheet.entries),
    }
