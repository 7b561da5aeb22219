"""A clock that tests move: it goes on by itself from where it was set."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

REAL = timezone.now


class Clock:
    """In place of ``django.utils.timezone.now``, on which days, reviews and legal force rest."""

    def __init__(self) -> None:
        self._ahead = dt.timedelta()

    def now(self) -> dt.datetime:
        """What ``timezone.now`` answers."""
        return REAL() + self._ahead

    def set(self, day: dt.date, hour: int = 9, minute: int = 0) -> None:
        """Go to an hour of a day in the office, Asia/Shanghai."""
        moment = dt.datetime.combine(day, dt.time(hour, minute), tzinfo=timezone.get_default_timezone())
        self._ahead = moment - REAL()
