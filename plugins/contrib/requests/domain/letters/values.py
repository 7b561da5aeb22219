"""What a case says for the variables of its letters."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from plugins.contrib.requests.domain.deadlines import open_payment
from plugins.contrib.requests.enums import ConsultationKind, EventKind, Outcome
from plugins.contrib.requests.letters.kinds import Procedural
from plugins.contrib.requests.letters.sheets import chinese_day
from plugins.contrib.requests.letters.standard import fee_effects
from plugins.contrib.requests.letters.variables import DETAILS
from plugins.contrib.requests.models import Case, Consultation, Decision, Redaction

from .details import details_of

_ASKED = {
    Procedural.INQUIRY: ConsultationKind.THIRD_PARTY,
    Procedural.THIRD_PARTY: ConsultationKind.THIRD_PARTY,
    Procedural.ORGAN: ConsultationKind.ORGAN,
}


def values_of(case: Case, kind: str, *, basis: str) -> dict[str, str]:
    """By variable; what the case does not say is left out and stays to be seen in the letter."""
    found = {
        **_of_district(case),
        "organ": organ_of(case),
        "applicant": case.name,
        "number": case.number,
        "submitted_on": chinese_day(timezone.localdate(case.submitted_at)),
        "received_on": _day(case.received_on),
        "title": case.title,
        "due_on": _day(case.due_on),
        "basis": basis,
        **_decided(case),
        **_said(case, kind),
        **_asked(case, kind),
        **_fee(case),
    }
    return {name: value for name, value in found.items() if value}


def organ_of(case: Case) -> str:
    """Who signs: the unit that handles the case, else whoever the district says, else its government."""
    if case.unit:
        return case.unit.full_name or case.unit.name
    return details_of(case.district).organ or case.district.government_name or case.district.name


def _of_district(case: Case) -> dict[str, str]:
    """Nobody reviews a decision of their own: then the organ of reconsideration stays to be said."""
    details = details_of(case.district)
    found = {name: getattr(details, name) for name in DETAILS}
    if found["reconsideration_organ"] == organ_of(case):
        del found["reconsideration_organ"]
    return found


def _decided(case: Case) -> dict[str, str]:
    decision = Decision.objects.filter(case=case).first()
    if decision is None:
        return {}
    reasons = [decision.reasons, *(_legend(case) if decision.outcome == Outcome.PARTLY else ())]
    return {"reason": "\n".join(filter(None, reasons)), "given": decision.given}


def _legend(case: Case) -> list[str]:
    """What the numbers in the last redacted file stand for."""
    last = Redaction.objects.filter(file__case=case).order_by("-pk").first()
    reasons = last.reasons if last else []
    return [f"〔{number}〕{Outcome(reason).label}" for number, reason in enumerate(reasons, 1)]


def _said(case: Case, kind: str) -> dict[str, str]:
    """What is in the log: of each kind the last. Why time was extended is no reason of the decision."""
    found: dict[str, str] = {}
    for event in case.events.all():
        if event.kind == EventKind.CORRECTION_ASKED:
            found |= {"items": event.text, "period": str(event.data.get("period", ""))}
        elif event.kind == EventKind.EXTENDED:
            found |= {"days": str(event.data.get("days", ""))}
            found |= {"reason": event.text} if kind == Procedural.EXTENSION else {}
        elif event.kind == EventKind.TRANSFERRED:
            found |= {"target": str(event.data.get("target", "")), "reason": event.text}
    return found


def _asked(case: Case, kind: str) -> dict[str, str]:
    who = Consultation.objects.filter(case=case, kind=_ASKED.get(Procedural(kind), "")) if kind in _ASKED else None
    last = who.order_by("-pk").first() if who is not None else None
    return {"third_party": last.name, "answer_by": chinese_day(last.due_on)} if last else {}


def _fee(case: Case) -> dict[str, str]:
    notice = case.fee_notices.order_by("-pk").first()
    if notice is None:
        return {}
    lines = "\n".join(notice.fee.sentences())
    found = {"fee": str(notice.total), "fee_lines": lines, "pay_by": chinese_day(notice.pay_by)}
    due = open_payment(case)
    if due and due.term:
        found |= {"pay_days": str(due.term.days), "fee_effect": fee_effects()[due.term.effect]}
    return found


def _day(day: dt.date | None) -> str:
    return chinese_day(day) if day else ""
