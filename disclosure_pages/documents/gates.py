"""What a policy document asks before it is published."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from plugins.findings import Finding, GateRequest
from plugins.hookspecs import hookimpl

from .domain.registration_gate import registration_findings
from .domain.stated import relation_problems
from .domain.stated_attribute import stated_attribute_findings
from .enums import EffectiveRule
from .models import LegalRecord, PolicyDocument
from .numbers.document_number import parse_document_number


@hookimpl
def publication_gate(request: GateRequest) -> list[Finding]:
    """Number readable and free, days in order, relations possible, ground given, normative documents registered."""
    page = request.page
    if not isinstance(page, PolicyDocument):
        return []
    found = [*_number(page), *_days(page), *_relations(page), *stated_attribute_findings(request)]
    return [*found, *registration_findings(request)] if page.is_normative else found


def _number(page: PolicyDocument) -> Iterator[Finding]:
    if not page.number:
        return
    if parse_document_number(page.number) is None:
        yield Finding(
            code="gongkai.document.number_unreadable",
            field="number",
            message=_("“%(number)s” does not look like a document number.") % {"number": page.number},
            remedy=_("Write agency, year in brackets and serial number, for example 芙政办发〔2026〕5号."),
        )
    page.work_out_number()
    rivals = LegalRecord.objects.valid().filter(district=page.district_id, issuer=page.issuer)
    rival = rivals.filter(number_key=page.number_key).exclude(page=page.pk).first()
    if rival is not None:
        yield Finding(
            code="gongkai.document.number_taken",
            field="number",
            message=_("%(issuer)s has published another document with the number %(number)s: “%(title)s”.")
            % {"issuer": page.issuer, "number": page.number, "title": rival.title},
            remedy=_("Compare the two; correct the number, or change the other document instead of adding one."),
        )


def _days(page: PolicyDocument) -> Iterator[Finding]:
    if page.effective_rule == EffectiveRule.ON_DAY and page.effective_on is None:
        yield Finding(
            code="gongkai.document.without_effective_day",
            field="effective_on",
            message=_("The day from which the document is in force is missing."),
            remedy=_("Name the day, or say that it is in force from its publication."),
        )
    if page.effective_on and page.expires_on and page.expires_on < page.effective_on:
        yield Finding(
            code="gongkai.document.days_reversed",
            field="expires_on",
            message=_("The last day in force lies before the first."),
            remedy=_("Correct the days in the editor."),
        )


def _relations(page: PolicyDocument) -> Iterator[Finding]:
    for number, row, problem in relation_problems(page):
        yield Finding(
            code=f"gongkai.document.relation_{problem.value}",
            field="stated_relations",
            message=_("Relation %(number)d (%(relation)s) is not possible.") % {"number": number, "relation": row},
            remedy=str(problem.label),
        )
