"""Whoever applies too much or too often is asked why, before that alone is a reason not to process it (Art. 35)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import working_calendar
from plugins.contrib.requests.enums import EventKind
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case, CaseEvent
from plugins.contrib.requests.process.acts import Act

from .holding import Hold


@transaction.atomic
def ask_reasons(*, case: Case, text: str, period: int, user: Any, day: dt.date | None = None) -> Case:
    """Ask the applicant, on the status page, to answer within ``period`` working days after ``day``.

    The article stops no clock, so the period for the answer goes on. Raises :class:`CaseRefused` while an answer is
    waited for.
    """
    given = {"day": day or timezone.localdate(), "text": text.strip(), "period": period}
    hold = Hold(case, Act.ASK_REASONS, user, **given)
    hold.check_day()
    if waiting_question(hold.case) is not None:
        raise CaseRefused(_("The applicant was asked already and has not answered yet."))
    until = working_calendar().after(hold.day, period).isoformat()
    hold.write(EventKind.REASONS_ASKED, text=text.strip(), period=period, until=until)
    return hold.case


@transaction.atomic
def give_reasons(*, case: Case, text: str, user: Any, day: dt.date | None = None) -> Case:
    """What the applicant says; an answer that comes late is written down as well.

    Raises :class:`CaseRefused` when nobody asked, or the question is answered.
    """
    hold = Hold(case, Act.GIVE_REASONS, user, day=day or timezone.localdate(), text=text.strip())
    asked = waiting_question(hold.case)
    if asked is None:
        raise CaseRefused(_("No reasons are asked for."))
    hold.check_day(asked.day)
    hold.write(EventKind.REASONS_GIVEN, text=text.strip())
    return hold.case


def waiting_question(case: Case) -> CaseEvent | None:
    """The question for reasons that is not answered."""
    found = (one for one in case.events.all() if one.kind in (EventKind.REASONS_ASKED, EventKind.REASONS_GIVEN))
    last = max(found, key=lambda one: one.pk, default=None)
    return last if last is not None and last.kind == EventKind.REASONS_ASKED else None


def check_asked(case: Case, *, on: dt.date) -> None:
    """Raise :class:`CaseRefused` unless reasons were asked for, and were given or are late ``on`` that day."""
    if not any(one.kind == EventKind.REASONS_ASKED for one in case.events.all()):
        raise CaseRefused(
            _("Many and repeated without good reason: first ask the applicant for the reasons (Art. 35).")
        )
    asked = waiting_question(case)
    if asked is not None and asked.data["until"] >= on.isoformat():
        words = {"day": asked.data["until"]}
        raise CaseRefused(_("The applicant can give reasons until %(day)s; wait until that day is over.") % words)
