"""``items import FILE``: make the draft of a catalogue what a file says."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from plugins.api import Report, has_errors
from plugins.contrib.item_catalogue.comparison import Change, ImportPlan
from plugins.contrib.item_catalogue.domain.importing import import_catalogue, preview_import, sheet_of_field
from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.structure import Entry

from .files import add_file, parsed, problem_lines
from .places import add_place, field_asked, owner_asked, refuse_where_off

NAME = "import"
HELP = "Make the draft of a catalogue what a file says, and tell what is new, changed and gone."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    add_file(parser)
    add_place(parser)
    parser.add_argument("--dry-run", action="store_true", help="tell what would change, and change nothing")


def run(
    *,
    file: Path,
    mapping: Sequence[tuple[str, Column]],
    field: str,
    district: str | None,
    city: str | None,
    dry_run: bool,
    **options: Any,
) -> Report:
    """Exit status 1, and nothing imported, when this catalogue has errors; those of others in the file do not count."""
    place, owner = field_asked(field), owner_asked(district=district, city=city)
    refuse_where_off(owner)
    found = parsed(file, mapping)
    sheet = sheet_of_field(found.sheets, place) if found.sheets else None
    problems = [problem for problem in found.problems if sheet is None or problem.place in ("", sheet.place)]
    report = Report([*problem_lines(problems)], {"problems": [problem.as_json() for problem in problems]})
    if sheet is None or has_errors(problems):
        report.is_failure = True
        return report
    if dry_run:
        plan, told = preview_import(field=place, owner=owner, sheet=sheet), _("Nothing was written.")
    else:
        done = import_catalogue(field=place, owner=owner, sheet=sheet, file_name=file.name)
        plan = done.plan
        words = _("Draft: %(catalogue)s") if done.is_changed else _("As before: %(catalogue)s")
        told = words % {"catalogue": done.catalogue}
        report.values |= {"version": done.catalogue.version, "is_changed": done.is_changed}
    report.lines += [*_lines(plan), told]
    report.values |= _values(plan)
    return report


def _lines(plan: ImportPlan) -> Iterator[str]:
    yield _("%(new)d new, %(changed)d changed, %(gone)d gone, %(unchanged)d as before") % {
        "new": len(plan.new),
        "changed": len(plan.changed),
        "gone": len(plan.gone),
        "staying": [_name(entry) for entry in plan.staying],
        "unchanged": plan.unchanged,
    }
    yield from (f"  + {_name(entry)}" for entry in plan.new)
    yield from (f"  ~ {_changed(change)}" for change in plan.changed)
    yield from (f"  - {_name(entry)}" for entry in plan.gone)
    if plan.staying:
        yield _("The file lacks these items of the city; they stay:")
        yield from (f"  = {_name(entry)}" for entry in plan.staying)
    if plan.kept:
        yield _("The city fixed these; its values stay:")
        yield from (f"  = {_changed(change)}" for change in plan.kept)


def _name(entry: Entry) -> str:
    return " > ".join(filter(None, (entry.first, entry.second)))


def _changed(change: Change) -> str:
    return f"{_name(change.entry)}: {'、'.join(str(column.label) for column in change.columns)}"


def _values(plan: ImportPlan) -> dict[str, Any]:
    return {
        "new": [_name(entry) for entry in plan.new],
        "changed": {_name(change.entry): [column.value for column in change.columns] for change in plan.changed},
        "gone": [_name(entry) for entry in plan.gone],
        "kept": {_name(change.entry): [column.value for column in change.columns] for change in plan.kept},
        "unchanged": plan.unchanged,
    }
