"""Cases of disclosure on request and annual reports in the world, and who sees them: fewer people than see content."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from disclosure_pages.tree.models import Section
from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.enums import ReportState
from plugins.contrib.requests.domain.submitting import GivenFile, add_files
from plugins.contrib.requests.enums import CaseState, ConsultationKind, FileKind, LetterState, RemedyKind
from plugins.contrib.requests.fees import FeeBasis
from plugins.contrib.requests.models import Case, Consultation, FeeNotice, Letter, Remedy
from plugins.domain.switching import enable
from tests.factories.cases import make_case
from tests.factories.people import make_user
from tests.plugins.requests.redaction.files import revised_pdf

from .classification import ROUTES
from .url_map import Address

if TYPE_CHECKING:
    from .world import Place

HERE, BOTH = {"own"}, {"own", "other"}
#: Kind → person → places. Worked out from the roles by hand; whoever is not named sees none.
SEEN_OF: dict[str, dict[str, set[str]]] = {
    "case": {"request officer": HERE, "office": BOTH},
    "unassigned case": {"office": BOTH},
    "case as PDF": {"request officer": HERE, "office": BOTH},
    "wording": {"office": BOTH},
    "wording of the city": {"auditor": BOTH},
    "unit report": {"editor": HERE, "request officer": HERE, "office": BOTH, "auditor": BOTH},
    "district report": {"office": BOTH, "auditor": BOTH},
    "city report": {"auditor": BOTH},
    "unit report to fill": {"editor": HERE, "request officer": HERE},
    "district report to fill": {"office": BOTH},
    "city report to fill": {"auditor": BOTH},
    "unit report to publish": {"editor": HERE, "request officer": HERE},
    "district report to publish": {"office": BOTH},
    "city report to publish": {"auditor": BOTH},
}
#: What else such an address may name.
VARIANTS = {
    "case": ("unassigned case",),
    "unit report": ("district report", "city report"),
    "unit report to fill": ("district report to fill", "city report to fill"),
    "unit report to publish": ("district report to publish", "city report to publish"),
}
#: Objects that belong to the case beside them.
PARTS = {"case file", "letter", "remedy", "fee notice"}


def kind_of(address: Address) -> str:
    """The kind of its object of which ``SEEN_OF`` tells; empty for the addresses of others."""
    return next((kind for kind in ROUTES[address.name].objects.values() if kind in SEEN_OF), "")


def asked_kinds(address: Address) -> Iterator[str]:
    """Every kind with which the address is asked."""
    kind = kind_of(address)
    yield kind
    if not PARTS & set(ROUTES[address.name].objects.values()):
        yield from VARIANTS.get(kind, ())


def with_kind(place: Place, address: Address, kind: str) -> Place:
    """The place, where ``address`` names its object of ``kind``."""
    return replace(place, keys={**place.keys, kind_of(address): place.keys[kind]})


def case_and_report_keys(section: Section) -> dict[str, Any]:
    """The objects of a place; both plug-ins are on in its district."""
    for plugin in ("requests", "annual-report"):
        enable(plugin, district=section.unit.district, user=None)
    case = make_case(section.unit.district, section.unit, state=CaseState.ACCEPTED, received_on=timezone.localdate())
    return {
        "case": case.pk,
        "case as PDF": case.pk,
        "unassigned case": make_case(section.unit.district).pk,
        "wording": section.unit.district_id,
        "wording of the city": section.unit.district.city_id,
        "kind of letter": "receipt",
        "act of a letter": "reopen",
        "format of a letter": "docx",
        "table of a report": "requests",
        **_parts_of(case),
        **_report_keys(section),
    }


def _parts_of(case: Case) -> dict[str, Any]:
    day, drafter, approver = timezone.localdate(), make_user(), make_user()
    given = GivenFile("信息.pdf", revised_pdf())
    (file,) = add_files(case=case, kind=FileKind.SOURCE, files=[given])
    Consultation.objects.create(
        case=case, kind=ConsultationKind.THIRD_PARTY, name="某公司", asked_on=day, due_on=day + dt.timedelta(days=21)
    )
    people = {"drafted_by": drafter, "approved_by": approver}
    letter = Letter.objects.create(
        case=case, kind="granted", state=LetterState.APPROVED, organ="甲局", title="答复书", body="予以公开。", **people
    )
    remedy = Remedy.objects.create(case=case, kind=RemedyKind.RECONSIDERATION, organ="样例市人民政府", filed_on=day)
    fee = {"basis": FeeBasis.PAGES, "quantity": 40, "total": 100, "asked_on": day, "pay_by": day, "by": drafter}
    notice = FeeNotice.objects.create(case=case, **fee)
    return {"case file": file.pk, "letter": letter.pk, "remedy": remedy.pk, "fee notice": notice.pk}


def _report_keys(section: Section) -> dict[str, Any]:
    """Last year's are begun, those of the year before are accepted."""
    today, district = timezone.localdate(), section.unit.district
    found: dict[str, Any] = {}
    for kind, owner in (("unit", section.unit), ("district", district), ("city", district.city)):
        begun, accepted = (begin_report(owner=owner, year=today.year - ago, today=today) for ago in (1, 2))
        accepted.state, accepted.submitted_on, accepted.accepted_on = ReportState.ACCEPTED, today, today
        accepted.save()
        found |= {f"{kind} report": begun.pk, f"{kind} report to fill": begun.pk}
        found[f"{kind} report to publish"] = accepted.pk
    return found
