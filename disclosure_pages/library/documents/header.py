"""The header table of a document in the order of government file libraries (domain, §3)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from disclosure_pages.documents.force.enums import LegalForce
from disclosure_pages.documents.models import LegalRecord, PolicyDocument

from .law import Law

Row = tuple[str, str]


def header_rows(page: PolicyDocument, *, record: LegalRecord | None, law: Law, joint_issuers: list[str]) -> list[Row]:
    """Label and value of what is known about the document; what is not stated is left out."""
    rows = [
        (_("Index number"), (record.index_number if record else "") or page.imported_index_number),
        (label_of("topic"), page.topic.path_name if page.topic else ""),
        (label_of("kind"), page.kind.path_name if page.kind else ""),
        (_("Issuer"), page.issuer),
        (_("Joint issuers"), "、".join(joint_issuers)),
        (label_of("formed_on"), _day(page.formed_on)),
        (label_of("published_on"), _day(page.first_issued_on)),
        (label_of("effective_on"), _day(page.effective_day)),
        *_end(page, law),
        (label_of("title"), page.title),
        (label_of("number"), page.number),
        (_("Registration number"), record.registration_number if record else ""),
        (pgettext("of a document", "Keywords"), page.keywords),
        (pgettext("of a document", "Legal force"), law.current.label),
        (label_of("attribute"), page.get_attribute_display() if page.attribute else ""),
        (pgettext("of a document", "Printed in"), source_of(page)),
    ]
    return [(label, value) for label, value in rows if value]


def _end(page: PolicyDocument, law: Law) -> list[Row]:
    """The day on which it ends: of the repeal if there is one, else of the term."""
    current = law.current
    if current.force == LegalForce.REPEALED:
        return [(_("Repealed from"), _day(current.period.starts_on))]
    return [(label_of("expires_on"), _day(term_of(page, law)))]


def term_of(page: PolicyDocument, law: Law) -> dt.date | None:
    """The last day of the term as it stands today: an extension moves it, or takes it away."""
    expired = [period for period in law.periods if period.force == LegalForce.EXPIRED]
    if expired and expired[-1].cause.kind == "expiry":
        return expired[-1].cause.day
    was_extended = any(row.kind == "extends" and not row.is_outgoing for row in law.related)
    return None if was_extended else page.expires_on


def source_of(page: PolicyDocument) -> str:
    """Where the document was printed: the source, and year and issue of the gazette."""
    gazette = ""
    if page.gazette_year and page.gazette_issue:
        gazette = _("Gazette %(year)s, issue %(issue)s") % {"year": page.gazette_year, "issue": page.gazette_issue}
        if page.gazette_total:
            gazette += _(" (issue %(total)s in all)") % {"total": page.gazette_total}
    return " ".join(part for part in (page.source, gazette) if part)


def label_of(name: str) -> str:
    """How the header names a field of a document."""
    field: Any = PolicyDocument._meta.get_field(name)
    return str(capfirst(field.verbose_name))


def _day(day: dt.date | None) -> str:
    return date_format(day, "Y-m-d") if day else ""
