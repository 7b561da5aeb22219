"""Export of a register, in the form that can be imported again."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import translation

from cms.registers.resources import RegisterResource
from cms.registers.sheets import write_sheet

from .plan import ImportPlan


def export_register(*, resource: RegisterResource, rows: QuerySet[Any], file_format: str) -> bytes:
    """The rows as ``csv`` or ``xlsx``. Words are Chinese whatever the person's language: the file is for everybody."""
    with translation.override("zh-hans"):
        body = [[str(cell) for cell in resource.export_resource(row)] for row in rows]
    title = str(resource._meta.model._meta.verbose_name_plural)
    return write_sheet(headings=list(resource.headings.values()), rows=body, file_format=file_format, title=title)


def export_problems(*, plan: ImportPlan, headings: list[str], file_format: str) -> bytes:
    """The error report of an import. ``headings`` are row, column, problem, remedy in the person's language."""
    body = [[str(problem.row), problem.heading, problem.message, problem.remedy] for problem in plan.problems]
    return write_sheet(headings=headings, rows=body, file_format=file_format, title=headings[2])
