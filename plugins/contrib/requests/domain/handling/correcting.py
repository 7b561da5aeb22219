"""One notice of correction, and what becomes of it (Art. 30)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from plugins.api import working_calendar
from plugins.contrib.requests.enums import EventKind, Outcome
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.process.acts import Act

from .holding import Hold
from .receiving import require_receipt


@transaction.atomic
def ask_correction(*, case: Case, items: str, period: int, user: Any, day: dt.date | None = None) -> Case:
    """Tell the applicant once, within seven working days of the receipt, what is to be corrected in how many days.

    ``period`` is in working days after ``day``, on which the notice goes out. The clock refuses a second notice, and
    one that comes too late.
    """
    given = {"day": day or timezone.localdate(), "items": items.strip(), "period": period}
    hold = Hold(case, Act.ASK_CORRECTION, user, **given)
    require_receipt(hold)
    hold.check_day()
    hold.write(
        EventKind.CORRECTION_ASKED,
        text=items.strip(),
        period=period,
        until=working_calendar().after(hold.day, period).isoformat(),
    )
    return hold.case


@transaction.atomic
def record_correction(*, case: Case, text: str, user: Any, day: dt.date | None = None) -> Case:
    """The applicant said what was missing: the period begins anew on the day after.

    What was asked for stays as it was written; ``text`` stands beside it.
    """
    hold = Hold(case, Act.CORRECT, user, day=day or timezone.localdate(), text=text.strip())
    asked = hold.last(EventKind.CORRECTION_ASKED)
    hold.check_day(asked.day if asked else None)
    hold.write(EventKind.CORRECTED, text=text.strip())
    return hold.case


@transaction.atomic
def abandon_case(*, case: Case, reason: str, user: Any, day: dt.date | None = None) -> Case:
    """Not corrected in time without good reason: the application counts as given up.

    The clock refuses it while the applicant still has time.
    """
    hold = Hold(case, Act.ABANDON, user, day=day or timezone.localdate(), reason=reason.strip())
    hold.check_day()
    hold.case.outcome, hold.case.concluded_on = Outcome.OTHER_NOT_CORRECTED, hold.day
    hold.write(EventKind.ABANDONED, text=reason.strip())
    return hold.case
