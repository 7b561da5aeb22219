"""Samples for the demo: cases in different states, of applicants who do not exist."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from plugins.api import District, Role, people_with_role

from .domain.handling import consulting, correcting, deciding, ending, extending, receiving, remedies
from .domain.letters import drafting
from .domain.submitting import submit_case
from .enums import ConsultationKind, Delivery, Outcome, RemedyKind, RemedyResult
from .identity import IdentityKind
from .letter_samples import prepare_letters
from .letters.variables import fill
from .models import Case

_HOUR = dt.time(9, 30)
#: What the letters of samples say where a case says nothing.
_SAID = {"given": "见附件（演示用虚构材料）"}


@transaction.atomic
def make_samples(*, district: District) -> None:
    """Make them where ``district`` has no case; people of the demo's desks do what is done."""
    officer = people_with_role(Role.REQUEST_OFFICER).filter(memberships__unit__district=district).first()
    office = people_with_role(Role.DISCLOSURE_OFFICE, district=district).first()
    if Case.objects.filter(district=district).exists() or officer is None or office is None:
        return
    unit = officer.memberships.filter(role=Role.REQUEST_OFFICER, unit__district=district).get().unit
    prepare_letters(district, officer, office)
    samples = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    for number, sample in enumerate(samples, start=1):
        day = timezone.localdate() - dt.timedelta(days=sample["days"])
        case = _submit(sample, district, unit, day, number)
        for act in sample["acts"]:
            _ACTS[act](case, sample, day, officer, office)


def _submit(sample: Mapping[str, Any], district: District, unit: Any, day: dt.date, number: int) -> Case:
    answers = {
        "applicant_kind": sample["kind"],
        "name": sample["name"],
        "identity_kind": IdentityKind.OTHER,
        "identity_number": f"演示证件{number}",
        "phone": f"1380000{number:04}",
        "title": sample["title"],
        "features": "演示用虚构申请，内容与真实情况无关。",
    }
    case = submit_case(district=district, unit=unit, answers=answers, channel=sample["channel"]).case
    case.submitted_at = timezone.make_aware(dt.datetime.combine(day, _HOUR))
    case.save(update_fields=["submitted_at"])
    case.events.update(day=day)
    return case


def _receive(case: Case, sample: Any, day: dt.date, officer: Any, office: Any) -> None:
    receiving.receive_case(case=case, arrived_on=day, user=officer)


def _accept(case: Case, sample: Any, day: dt.date, officer: Any, office: Any) -> None:
    receiving.accept_case(case=case, user=officer, day=day)


def _ask_correction(case: Case, sample: Any, day: dt.date, officer: Any, office: Any) -> None:
    items = "请写明学校名称和所需信息的年份。"
    correcting.ask_correction(case=case, items=items, period=15, user=officer, day=day)


def _ask_third_party(case: Case, sample: Any, day: dt.date, officer: Any, office: Any) -> None:
    kind = ConsultationKind.THIRD_PARTY
    consulting.ask_opinion(case=case, kind=kind, name="演示环保有限公司", user=officer, day=day + dt.timedelta(days=1))


def _extend(case: Case, sample: Any, day: dt.date, officer: Any, office: Any) -> None:
    extending.extend_deadline(case=case, days=20, reason="需要汇总多个社区的资料", user=office, day=day, today=day)


def _draft(case: Case, sample: Any, day: dt.date, officer: Any, office: Any) -> None:
    given = {"reasons": "申请的信息可以公开。", "basis": "《政府信息公开条例》第三十六条"}
    deciding.draft_decision(
        case=case, outcome=Outcome(sample.get("outcome", "granted")), user=officer, day=day, **given
    )


def _decide(case: Case, sample: Any, day: dt.date, officer: Any, office: Any) -> None:
    kind = sample.get("outcome", "granted")
    case.refresh_from_db()
    letter = drafting.draft_letter(case=case, kind=kind, user=officer)
    given = {"organ": letter.organ, "title": letter.title, "body": fill(letter.body, _SAID)}
    drafting.approve_letter(letter=drafting.change_letter(letter=letter, user=officer, **given), user=office)
    deciding.approve_decision(case=case, user=office, day=day + dt.timedelta(days=12))


def _serve(case: Case, sample: Any, day: dt.date, officer: Any, office: Any) -> None:
    issued_on = day + dt.timedelta(days=13)
    drafting.issue_letter(letter=case.letters.get(), user=officer, day=issued_on)
    deciding.serve_decision(case=case, way=Delivery.POST, user=officer, day=day + dt.timedelta(days=14))


def _close(case: Case, sample: Any, day: dt.date, officer: Any, office: Any) -> None:
    deciding.close_case(case=case, user=officer, day=day + dt.timedelta(days=20))


def _withdraw(case: Case, sample: Any, day: dt.date, officer: Any, office: Any) -> None:
    ending.withdraw_case(case=case, user=officer, reason="申请人来电撤回", day=day + dt.timedelta(days=2))


def _remedy(case: Case, sample: Any, day: dt.date, officer: Any, office: Any) -> None:
    filed = day + dt.timedelta(days=30)
    given: dict[str, Any] = {"kind": RemedyKind.RECONSIDERATION, "organ": "演示市人民政府", "filed_on": filed}
    made = remedies.record_remedy(case=case, user=officer, **given)
    ended: dict[str, Any] = {"result": RemedyResult.UPHELD, "concluded_on": filed + dt.timedelta(days=50)}
    remedies.conclude_remedy(remedy=made, user=officer, **ended)


_ACTS: Mapping[str, Callable[[Case, Any, dt.date, Any, Any], None]] = {
    "receive": _receive,
    "accept": _accept,
    "ask_correction": _ask_correction,
    "ask_third_party": _ask_third_party,
    "extend": _extend,
    "draft": _draft,
    "decide": _decide,
    "serve": _serve,
    "close": _close,
    "withdraw": _withdraw,
    "remedy": _remedy,
}
