"""How urgent a case is, from the few days that are kept of it: so a whole queue is told in one query."""

from __future__ import annotations

import datetime as dt
from typing import Final

from plugins.api import WorkingCalendar

from .enums import Tone

VERY_SOON: Final = 2
SOON: Final = 5


def tone_of(
    due: dt.date | None,
    *,
    paused_until: dt.date | None = None,
    is_done: bool = False,
    today: dt.date,
    calendar: WorkingCalendar,
) -> Tone:
    """The tone of a case that is due on ``due``, or waits for its applicant (``None``) until ``paused_until``."""
    if is_done:
        return Tone.DONE
    if due is not None and today >= due:
        return Tone.TODAY if today == due else Tone.OVERDUE
    if paused_until is not None and today <= paused_until:
        return Tone.PAUSED
    if due is None:
        return Tone.LAPSED
    left = calendar.count_between(today, due)
    return Tone.VERY_SOON if left <= VERY_SOON else Tone.SOON if left <= SOON else Tone.FINE
