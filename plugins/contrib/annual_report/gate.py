"""What stands in the way of publishing a report."""

from __future__ import annotations

from django.utils.translation import gettext as _

from plugins.api import Finding, Severity

from .complaints import blank_sentences, failures_of
from .models import AnnualReportPage

#: Failures that the gate names one by one.
NAMED = 20


def findings_of(page: AnnualReportPage) -> list[Finding]:
    """What does not add up stops it; blank cells and last year's report are to be looked at."""
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
    return [*found, *_blank(page)]


def _blank(page: AnnualReportPage) -> list[Finding]:
    sentences = blank_sentences(page)
    if not sentences:
        return []
    remedy = _("Write 0 where nothing happened and “/” where the matter does not apply.")
    message = " ".join(sentences)
    return [Finding(code="annual.blank", field="figures", message=message, remedy=remedy, severity=Severity.BLOCK)]
