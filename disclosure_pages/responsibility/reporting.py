"""What the steps have to say, for people (lines) and for machines (JSON), so that no step prints for itself."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.steps.report import Report

from .changes import Plan
from .differences import Difference
from .outline import outline_of, removals_of, summary_of
from .problems import Problem
from .table import ParsedTable


def report_table(table: ParsedTable) -> Report:
    """Figures and problems of a table; errors make it a failure."""
    report = Report(is_failure=not table.is_applicable)
    figures = _("%(rows)d rows, %(columns)d columns") % {"rows": table.rows, "columns": len(table.columns)}
    report.add([figures], rows=table.rows, columns=len(table.columns))
    report.add(
        [line for problem in table.problems for line in _problem_lines(problem)] or [_("No problems.")],
        problems=[problem.as_json() for problem in table.problems],
    )
    return report


def _problem_lines(problem: Problem) -> Iterator[str]:
    place = [problem.place] if problem.place else []
    if problem.row is not None:
        place.append(_("row %(row)d") % {"row": problem.row})
    if problem.column:
        place.append(f"“{problem.column}”")
    yield f"{problem.severity.label} {problem.code} · {' · '.join(place)}"
    yield f"    {problem.message}"
    yield f"    → {problem.remedy}"


def report_plan(plan: Plan, report: Report) -> None:
    """Add a plan to the report of its table."""
    report.add([""], plan=plan.as_json())
    if plan.is_empty:
        report.add([_("Nothing would change: the database is as the table says.")])
        return
    report.add(list(outline_of(plan).lines()))
    removals = removals_of(plan)
    if removals:
        report.add([_("Rights to remove:"), *(f"  {line}" for line in removals)])
    report.add(["", *(f"{label}: {number}" for label, number in summary_of(plan.counts()))])
    for rename in plan.proposals:
        report.add([_("Renamed? Confirm with --confirm-rename “%(rename)s”") % {"rename": rename.label}])


def report_drift(differences: list[Difference]) -> Report:
    """Differences between the applied table and the database; any makes it a failure."""
    report = Report(is_failure=bool(differences))
    count = len(differences)
    headline = ngettext("%(count)d difference.", "%(count)d differences.", count) % {"count": count}
    report.add(
        [headline if count else _("No drift: the database is as the table says.")],
        differences=[difference.as_json() for difference in differences],
    )
    for difference in differences:
        report.add([f"{difference.code} · {difference.message}", f"    → {difference.remedy}"])
    return report
