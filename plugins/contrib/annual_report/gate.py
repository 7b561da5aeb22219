"""What stands in the way of publishing a report."""

from __future__ import annotations

from django.utils.translation import gettext as _

from plugins.api import Finding, Severity

from .complaints import blank_sentences, failures_of
from .domain.publishing import is_ready, said_by
from .domain.staleness import stale_sentences
from .models import AnnualReportPage, Report

#: Failures that the gate names one by one.
NAMED = 20


def findings_of(page: AnnualReportPage) -> list[Finding]:
    """What nobody accepted stops it, and what does not add up; last year's report is to be looked at."""
    if not page.figures:
        return []  # the field is asked for as all required ones are
    failures = failures_of(page)
    remedy = _("Correct the report, and make the page from it again.")
    found = [
        Finding(
            code=f"annual.{failure.code.replace('-', '_')}",
            subject="/".join(failure.cell)[:60],
            field="figures",
            message=failure.sentence,
            remedy=remedy,
            severity=Severity.OVERRIDABLE if failure.code == "carried" else Severity.BLOCK,
        )
        for failure in failures[:NAMED]
    ]
    return [*_not_accepted(page), *found, *_blank(page)]


def _not_accepted(page: AnnualReportPage) -> list[Finding]:
    """The page says what its report says, and that report is ready. A page without one holds figures of elsewhere."""
    if page.report is None:
        return []
    report = Report.objects.select_related("unit", "district__city", "city").get(pk=page.report.pk)
    if not is_ready(report):
        message = _("The report is “%(state)s”: nobody has accepted it.") % {"state": report.get_state_display()}
        remedy = _("Have the report accepted, and make the page from it again.")
        return [Finding(code="annual.not_accepted", field="figures", message=message, remedy=remedy)]
    remedy = _("Make the page from the report again.")
    message = _("The page says something else than the report that it was made of.")
    others = [name for name, said in said_by(report).items() if getattr(page, name) != said]
    found = [
        Finding(code="annual.other_report", message=message, remedy=remedy, field=name, subject=name) for name in others
    ]
    return [*found, *_out_of_date(report)]


def _out_of_date(report: Report) -> list[Finding]:
    stale = next(stale_sentences(report), None)
    remedy = _("Have the report returned, roll it up again, and make the page from it again.")
    found = [stale] if stale else []
    return [Finding(code="annual.out_of_date", field="figures", message=one, remedy=remedy) for one in found]


def _blank(page: AnnualReportPage) -> list[Finding]:
    sentences = blank_sentences(page)
    if not sentences:
        return []
    remedy = _("Write 0 where nothing happened and “/” where the matter does not apply.")
    message = " ".join(sentences)
    return [Finding(code="annual.blank", field="figures", message=message, remedy=remedy, severity=Severity.BLOCK)]
