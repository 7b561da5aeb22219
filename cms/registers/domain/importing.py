"""Import of a register: the same code plans and applies, so that the preview cannot differ from the act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from import_export.results import Result, RowResult

from cms.registers.resources import RegisterResource
from cms.registers.resources.widgets import folded
from cms.registers.sheets import FileRefused, Sheet, SheetProblem

from .plan import CellChange, ImportPlan, Outcome, PlannedRow

_OUTCOMES = {
    RowResult.IMPORT_TYPE_NEW: Outcome.NEW,
    RowResult.IMPORT_TYPE_UPDATE: Outcome.CHANGED,
    RowResult.IMPORT_TYPE_SKIP: Outcome.UNCHANGED,
}


class ImportRefusedError(Exception):
    """Nothing was written: the plan has errors, or is no longer the one that was shown. ``plan`` is today's."""

    def __init__(self, plan: ImportPlan) -> None:
        super().__init__("import refused")
        self.plan = plan


def plan_import(*, resource: RegisterResource, sheet: Sheet) -> ImportPlan:
    """Try the import and take it back. Raises ``FileRefused`` when the headings are not those of the register."""
    return _run(resource, sheet, dry_run=True)


@transaction.atomic
def apply_import(*, resource: RegisterResource, sheet: Sheet, digest: str) -> ImportPlan:
    """Write every row of the plan whose ``digest`` was confirmed. Raises ``ImportRefusedError`` and writes nothing."""
    plan = _run(resource, sheet, dry_run=False)
    if plan.has_errors or plan.digest != digest:
        raise ImportRefusedError(plan)
    return plan


def _run(resource: RegisterResource, sheet: Sheet, *, dry_run: bool) -> ImportPlan:
    import tablib  # loaded with the first sheet

    names = _field_names(resource, sheet.headings)
    left_out = [name for name in resource.optional_keys if name not in names]
    blanks = ("",) * len(left_out)
    dataset = tablib.Dataset(*((*row.cells, *blanks) for row in sheet.rows), headers=[*names, *left_out])
    result = resource.import_data(
        dataset, dry_run=dry_run, use_transactions=True, rollback_on_validation_errors=True, raise_errors=False
    )
    for error in result.base_errors:
        raise error.error
    return ImportPlan(tuple(_planned_rows(resource, sheet, names, result)))


def _field_names(resource: RegisterResource, headings: Sequence[str]) -> list[str]:
    """The field of each heading. Every unknown or missing heading is named."""
    known = {heading.casefold(): name for name, heading in resource.headings.items()}
    known |= {name.casefold(): name for name in resource.headings}
    unknown = [heading for heading in headings if heading.casefold() not in known]
    names = [known[heading.casefold()] for heading in headings if heading.casefold() in known]
    missing = [
        resource.headings[name] for name in resource.key_columns if name not in [*names, *resource.optional_keys]
    ]
    errors = []
    if unknown:
        errors.append(_("Headings that this register does not have: %s.") % "、".join(map(repr_heading, unknown)))
    if missing:
        errors.append(_("Headings that are missing: %s.") % "、".join(missing))
    if len(set(names)) < len(names):
        errors.append(_("Two headings mean the same column."))
    if errors:
        errors.append(_("The register has these: %s.") % "、".join(resource.headings.values()))
        raise FileRefused(errors)
    return names


def repr_heading(heading: str) -> str:
    """A heading in quotation marks, shortened: it may be anything, a whole broken file included."""
    return f"“{heading[:20]}{'…' if len(heading) > 20 else ''}”"


def _planned_rows(
    resource: RegisterResource, sheet: Sheet, names: Sequence[str], result: Result
) -> Iterator[PlannedRow]:
    first_with_key: dict[tuple[str, ...], int] = {}
    for row, row_result in zip(sheet.rows, result.rows, strict=True):
        problems = [problem for problem in sheet.problems if problem.row == row.number]
        problems += _problems_of(resource, row.number, row_result)
        values = dict(zip(names, row.cells, strict=True))
        key = tuple(folded(values.get(name)) for name in resource.key_columns)
        first = first_with_key.setdefault(key, row.number)
        if first != row.number:
            message, remedy = _("Row %d is about the same entry.") % first, _("Keep one of the two rows.")
            problems.append(SheetProblem(row.number, "", message, remedy))
        label = row_result.object_repr or " · ".join(filter(None, key))
        if problems:
            yield PlannedRow(row.number, Outcome.ERROR, label, problems=tuple(problems))
        else:
            changes = tuple(_changes(resource, row_result))
            yield PlannedRow(row.number, _OUTCOMES[row_result.import_type], label, changes)


def _changes(resource: RegisterResource, row_result: RowResult) -> Iterator[CellChange]:
    if row_result.is_skip():
        return
    for field in resource.get_export_fields():
        before = "" if row_result.original is None else str(resource.export_field(field, row_result.original))
        after = str(resource.export_field(field, row_result.instance))
        if before != after:
            yield CellChange(field.heading, before, after)


def _problems_of(resource: RegisterResource, number: int, row_result: RowResult) -> Iterator[SheetProblem]:
    if row_result.validation_error is not None:
        for name, errors in row_result.validation_error.update_error_dict({}).items():
            heading = "" if name == NON_FIELD_ERRORS else resource.headings.get(name, name)
            for error in errors:
                yield SheetProblem(number, heading, " ".join(error.messages), _remedy(error))
    for failure in row_result.errors:
        yield SheetProblem(number, "", str(failure.error), _("Correct the row, or ask an administrator."))


def _remedy(error: ValidationError) -> str:
    params: dict[str, Any] = error.params or {}
    remedies = {
        "blank": _("Fill it in."),
        "null": _("Fill it in."),
        "max_length": _("Shorten it."),
        "unique": _("Another entry has this value: change one of the two."),
        "unique_together": _("Another entry has these values: change one of the two."),
    }
    return str(params.get("remedy") or remedies.get(error.code or "", _("Correct the cell.")))
