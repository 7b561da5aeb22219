"""Third parties and other organs are asked; that time is not counted (Art. 32 to 34)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import working_calendar
from plugins.contrib.requests.enums import ConsultationKind, EventKind, Position
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case, Consultation
from plugins.contrib.requests.process.acts import Act, Fact
from plugins.contrib.requests.process.facts import THIRD_PARTY_DAYS, check_number
from plugins.contrib.requests.process.transitions import resumed

from .holding import Hold

_ACTS = {
    ConsultationKind.THIRD_PARTY: Act.ASK_THIRD_PARTY,
    ConsultationKind.ORGAN: Act.ASK_ORGAN,
}


@transaction.atomic
def ask_opinion(
    *, case: Case, kind: ConsultationKind, name: str, user: Any, day: dt.date | None = None, period: int | None = None
) -> Consultation:
    """Ask a third party, whose rights disclosure would touch, or an organ that took part in making the information.

    A third party has fifteen working days from ``day``; an organ as many as ``period`` says, and no more.
    """
    hold = Hold(case, _ACTS[kind], user, day=day or timezone.localdate(), name=name.strip())
    hold.check_day()
    check_number(Fact.PERIOD, period or THIRD_PARTY_DAYS, most=THIRD_PARTY_DAYS)
    days = THIRD_PARTY_DAYS if kind == ConsultationKind.THIRD_PARTY else period or THIRD_PARTY_DAYS
    due = working_calendar().after(hold.day, days)
    made = Consultation.objects.create(case=hold.case, kind=kind, name=name.strip(), asked_on=hold.day, due_on=due)
    hold.after = resumed(_still_asked(hold.case), is_extended=_is_extended(hold))
    hold.write(EventKind.ASKED, kind=kind.value, who=str(made.pk), until=due.isoformat())
    return made


@transaction.atomic
def record_answer(
    *,
    case: Case,
    consultation: int,
    position: Position,
    user: Any,
    reason: str = "",
    day: dt.date | None = None,
) -> Case:
    """What who was asked said, or that the time passed without a word: then the authority decides by itself.

    The case goes on when nobody else is asked any more, as an extended one when it was extended.
    """
    hold = Hold(case, Act.ANSWER, user, day=day or timezone.localdate(), position=position)
    asked = hold.case.consultations.filter(pk=consultation, answered_on=None).first()
    if asked is None:
        raise CaseRefused(_("Nobody is being asked any more, or somebody else recorded the answer."))
    hold.check_day(asked.asked_on)
    if position == Position.NONE and hold.day <= asked.due_on:
        words = {"day": asked.due_on.isoformat()}
        raise CaseRefused(_("They have time to answer until %(day)s.") % words)
    asked.answered_on, asked.position, asked.reason = hold.day, position, reason.strip()
    asked.save()
    hold.after = resumed(_still_asked(hold.case), is_extended=_is_extended(hold))
    hold.write(EventKind.ANSWERED, kind=asked.kind, who=str(asked.pk), position=position.value)
    return hold.case


def _still_asked(case: Case) -> set[str]:
    return set(case.consultations.filter(answered_on=None).values_list("kind", flat=True))


def _is_extended(hold: Hold) -> bool:
    return hold.last(EventKind.EXTENDED) is not None
