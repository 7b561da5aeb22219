"""What the register asks of a normative document (三统一): nothing unregistered is published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from disclosure_pages.documents.models import Registration
from plugins.findings import Finding, GateRequest, Severity, Stage

from .registering import expected_number, registration_of

if TYPE_CHECKING:
    from disclosure_pages.documents.models import PolicyDocument


def registration_findings(request: GateRequest) -> Iterator[Finding]:
    """At publication the entry of this very content; at registration which number it gets."""
    if request.stage == Stage.PUBLISH and registration_of(request.page) is None:
        yield Finding(
            code="gongkai.document.unregistered",
            message=_("This content of a normative document is not registered."),
            remedy=_("Hand it in for review: the district's legal office reviews it and registers it at the end."),
        )
    elif request.stage == Stage.REGISTRATION:
        yield from _number_given_by_hand(request.page, str(request.decision.get("former_number", "")).strip())
        yield _number_to_come(request.page)


def _number_given_by_hand(page: PolicyDocument, number: str) -> Iterator[Finding]:
    if not number:
        return
    entries = Registration.objects.filter(district=page.district_id, text=number).exclude(page=page.pk)
    holder = entries.first()
    if holder is not None:
        yield Finding(
            code="gongkai.registration.number_taken",
            field="former_number",
            message=_("The register has this number already, for “%(title)s”.") % {"title": holder.title},
            remedy=_("Compare the two; leave the field blank for a new number."),
        )
    own = Registration.objects.valid().of(page).last()
    if own is not None and own.text != number:
        yield Finding(
            code="gongkai.registration.has_number",
            field="former_number",
            message=_("The document is registered under %(number)s.") % {"number": own.text},
            remedy=_("Leave the field blank: a later edition keeps the number of its document."),
        )


def _number_to_come(page: PolicyDocument) -> Finding:
    is_known = Registration.objects.valid().of(page).exists()
    number = {"number": expected_number(page=page)}
    return Finding(
        code="gongkai.registration.number_to_come",
        severity=Severity.NOTICE,
        message=_("Registration number: %(number)s") % number,
        remedy=_("The document keeps its number; this edition gets an entry of its own.")
        if is_known
        else _("The next one of the register, unless somebody registers another document before you approve."),
    )
