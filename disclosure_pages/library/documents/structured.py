"""The document for machines: schema.org ``Legislation`` as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from disclosure_pages.documents.force.enums import LegalForce
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.library.rules import DOCX, PDF

from .law import Law
from .related import Related

#: What the vocabulary calls our forces.
FORCE_NAMES: dict[str, str] = {
    LegalForce.NOT_YET: "NotInForce",
    LegalForce.IN_FORCE: "InForce",
    LegalForce.AMENDED: "InForce",
    LegalForce.PARTIALLY_REPEALED: "PartiallyInForce",
    LegalForce.EXPIRED: "NotInForce",
    LegalForce.REPEALED: "NotInForce",
}
#: Relations in the vocabulary, as the document at hand states them.
PROPERTIES: dict[str, str] = {
    "repeals": "legislationRepeals",
    "replaces": "legislationRepeals",
    "partially_repeals": "legislationChanges",
    "amends": "legislationAmends",
    "extends": "legislationChanges",
    "declares_expired": "legislationRepeals",
    "implements": "legislationEnsuresImplementationOf",
    "is_based_on": "isBasedOn",
    "interprets": "citation",
}
TYPES = {PDF: "application/pdf", DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
# Inside a script element these could end it or begin a comment.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


def json_ld(data: dict[str, Any]) -> SafeString:
    """``data`` as text that may stand in a ``script`` element."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(_ESCAPES))  # noqa: S308  (signs are escaped)


def legislation(
    page: PolicyDocument, *, law: Law, url: str, place: str, version: str, issuers: list[str]
) -> dict[str, Any]:
    """The document with its number, days and force; ``version`` is the day of the present text. Blank ones left out."""
    data = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": url,
        "url": url,
        "name": page.title,
        "inLanguage": "zh-Hans",
        "legislationIdentifier": page.number,
        "legislationType": page.kind.name if page.kind else "",
        "legislationJurisdiction": place,
        "legislationPassedBy": _organisations(issuers),
        "legislationDate": _iso(page.formed_on),
        "datePublished": _iso(page.first_issued_on),
        "legislationDateVersion": version,
        "temporalCoverage": coverage(law),
        "legislationLegalForce": f"https://schema.org/{FORCE_NAMES[law.current.force]}",
        "keywords": page.keywords,
        "about": page.topic.name if page.topic else "",
        **_relations(law.related),
        "encoding": [_file(url + name, kind) for name, kind in TYPES.items()] if url else [],
    }
    return {name: value for name, value in data.items() if value}


def coverage(law: Law) -> str:
    """From the first to the last day in force as an ISO interval; an end that is not known is left open."""
    binding = [statement.period for statement in law.statements if statement.is_in_force]
    if not binding:
        return ""
    return f"{_iso(binding[0].starts_on) or '..'}/{_iso(binding[-1].ends_on) or '..'}"


def _relations(related: list[Related]) -> dict[str, Any]:
    found: dict[str, list[dict[str, str]]] = {}
    for row in related:
        if row.is_outgoing and row.other.is_known:
            found.setdefault(PROPERTIES[row.kind], []).append(_other(row))
    return found


def _other(row: Related) -> dict[str, str]:
    other = row.other
    data = {
        "@type": "Legislation",
        "@id": other.canonical_url,
        "name": other.title,
        "legislationIdentifier": other.number,
    }
    return {name: value for name, value in data.items() if value}


def _organisations(names: list[str]) -> list[dict[str, str]]:
    return [{"@type": "GovernmentOrganization", "name": name} for name in names if name]


def _file(url: str, kind: str) -> dict[str, str]:
    return {"@type": "LegislationObject", "contentUrl": url, "encodingFormat": kind}


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""
