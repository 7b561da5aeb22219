"""What the queue is narrowed to, read from an address."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, DateField, IntegerField, Q, When
from django.db.models.functions import Coalesce, TruncDate

from plugins.api import Role, WorkingCalendar, units_of
from plugins.contrib.requests.clock import Tone
from plugins.contrib.requests.clock.tones import SOON, VERY_SOON
from plugins.contrib.requests.domain.letters.notices import lacking_notice
from plugins.contrib.requests.enums import CaseState
from plugins.contrib.requests.process.transitions import OPEN as CASE_OPEN
from plugins.contrib.requests.querysets import CaseQuerySet
from plugins.contrib.requests.views.addresses import key_of

#: Tones by which the queue can be narrowed: they are told by the day alone.
TONES = (Tone.OVERDUE, Tone.TODAY, Tone.VERY_SOON, Tone.SOON)
#: Art. 31: what came and is not confirmed is as urgent as what is due on the day on which it came.
_WAITS_SINCE = Case(When(received_on=None, then=TruncDate("submitted_at")), output_field=DateField())
#: The day on which what is concluded was due makes nothing urgent.
_CONCLUDED_LAST = Case(When(state__in=CASE_OPEN, then=0), default=1, output_field=IntegerField())
#: Orders, and the columns that they are.
ORDERS = {
    "due": (_CONCLUDED_LAST, Coalesce("due_on", _WAITS_SINCE).asc(nulls_last=True), "pk"),
    "newest": ("-pk",),
    "number": ("-register_year", "register_unit", "-serial", "-pk"),
}
OPEN = "open"
#: What the home screen counts: all that somebody has to look at within five working days.
URGENT = "urgent"
_BRACKETS = str.maketrans("([{<【〖《", "〔" * 7) | str.maketrans(")]}>】〗》", "〕" * 7)


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """A state (``open``: every one that waits), a unit's key, a tone, words, and the order."""

    state: str = OPEN
    unit: str = ""
    tone: str = ""
    text: str = ""
    is_mine: bool = False
    lacks_notice: bool = False
    order: str = "due"

    @classmethod
    def read(cls, given: Any) -> QueueQuery:
        """From an address; what is no choice is left out."""
        state, tone, order = (given.get(name, "") for name in ("state", "tone", "order"))
        return cls(
            state if state in (*CaseState.values, "all") else OPEN,
            given.get("unit", "") if key_of(given.get("unit", "")) else "",
            tone if tone in {URGENT, *(one.value for one in TONES)} else "",
            given.get("text", "").strip()[:100],
            given.get("mine") == "1",
            given.get("notice") == "1",
            order if order in ORDERS else "due",
        )

    @property
    def is_filtered(self) -> bool:
        return self != QueueQuery(order=self.order)

    def narrow(self, cases: CaseQuerySet, *, user: Any, today: dt.date, calendar: WorkingCalendar) -> CaseQuerySet:
        """Those that are like that, in the order asked for; cases without a deadline come last."""
        if self.tone or self.state == OPEN:
            cases = cases.open()
        if self.state in CaseState.values:
            cases = cases.filter(state=self.state)
        if self.unit:
            cases = cases.filter(unit=key_of(self.unit))
        if self.is_mine:
            cases = cases.filter(unit__in=units_of(user, [Role.REQUEST_OFFICER]))
        if self.lacks_notice:
            cases = lacking_notice(cases)
        if self.text:
            cases = cases.filter(Q(number__icontains=as_in_numbers(self.text)) | Q(title__icontains=self.text))
        if self.tone:
            cases = cases.filter(_of_tone(self.tone, today, calendar))
        return cases.order_by(*ORDERS[self.order])


def urgent(today: dt.date, calendar: WorkingCalendar) -> Q:
    """Due within five working days, or overdue, or the applicant let the time pass, or the day of receipt is open.

    The last are those that came and are not confirmed yet (Art. 31).
    """
    return Q(due_on__lte=calendar.after(today, SOON)) | Q(due_on=None, paused_until__lt=today) | Q(received_on=None)


def as_in_numbers(text: str) -> str:
    """``text`` as registration numbers are written: keyboards have no 〔〕, and digits come full width."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_BRACKETS).split())


def _of_tone(tone: str, today: dt.date, calendar: WorkingCalendar) -> Q:
    return urgent(today, calendar) if tone == URGENT else Q(due_on__range=_span(tone, today, calendar))


def _span(tone: str, today: dt.date, calendar: WorkingCalendar) -> tuple[dt.date, dt.date]:
    """The first and the last day of which an answer due has ``tone``."""
    very_soon = calendar.after(today, VERY_SOON)
    spans = {
        Tone.OVERDUE: (dt.date.min, today - dt.timedelta(days=1)),
        Tone.TODAY: (today, today),
        Tone.VERY_SOON: (today + dt.timedelta(days=1), very_soon),
        Tone.SOON: (very_soon + dt.timedelta(days=1), calendar.after(today, SOON)),
    }
    return spans[Tone(tone)]
