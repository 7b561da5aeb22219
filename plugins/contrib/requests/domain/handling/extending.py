"""One extension, which the head of the disclosure office approves (Art. 33)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.contrib.requests.enums import EventKind
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.process.acts import Act
from plugins.contrib.requests.process.facts import check_day

from .holding import Hold


@transaction.atomic
def extend_deadline(
    *, case: Case, days: int, reason: str, user: Any, day: dt.date | None = None, today: dt.date | None = None
) -> Case:
    """Extend by at most twenty working days, once, before the deadline is over; the applicant is told.

    ``today`` is when it is written down, also for an approval of an earlier ``day``: what is over is not prolonged.
    """
    given = {"day": day or timezone.localdate(), "days": days, "reason": reason.strip()}
    hold = Hold(case, Act.EXTEND, user, **given)
    check_day(hold.day, earliest=hold.case.received_on, today=timezone.localdate())
    if hold.case.due_on and is_over(hold.case, today or timezone.localdate()):
        words = {"day": hold.case.due_on.isoformat()}
        raise CaseRefused(_("The deadline was %(day)s; it is over and cannot be extended.") % words)
    hold.write(EventKind.EXTENDED, text=reason.strip(), days=days)
    return hold.case


def is_over(case: Case, today: dt.date) -> bool:
    """Whether the deadline, as the clock reckoned it, has passed."""
    return case.due_on is not None and today > case.due_on
