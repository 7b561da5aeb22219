"""A case in the hands of one act: locked, judged by the table, and written down at the end."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Max
from django.utils import timezone
from wagtail.log_actions import log

from plugins.contrib.requests.clock.events import FIELDS
from plugins.contrib.requests.domain.announcing import announce
from plugins.contrib.requests.domain.deadlines import refresh_deadline
from plugins.contrib.requests.domain.erased import refuse_erased
from plugins.contrib.requests.enums import CaseState, EventKind
from plugins.contrib.requests.models import Case, CaseEvent
from plugins.contrib.requests.process.acts import Act
from plugins.contrib.requests.process.facts import check_day, check_facts
from plugins.contrib.requests.process.transitions import transition

from .actors import roles_towards


class Hold:
    """``case`` locked until the caller's transaction ends, for ``act`` by ``user`` (``None``: the applicant).

    Raises :class:`CaseRefused` when the state, the roles or the ``facts`` stand against it. ``after`` is where the case
    goes; the act changes ``case`` and then calls :meth:`write`.
    """

    def __init__(self, case: Case, act: Act, user: Any, **facts: Any) -> None:
        # Only the row itself: PostgreSQL locks no outer join.
        Case.objects.select_for_update().get(pk=case.pk)
        self.case: Case = Case.objects.select_related("district", "unit").get(pk=case.pk)
        self.act, self.user = act, user
        refuse_erased(self.case)
        self.after: CaseState = transition(self.case.state, act, roles_towards(self.case, user)).after
        check_facts(act, facts)
        self.day: dt.date = facts.get("day") or timezone.localdate()

    def check_day(self, earliest: dt.date | None = None) -> None:
        """Raise :class:`CaseRefused` unless the day of the act follows ``earliest``, else the receipt, and has come."""
        check_day(self.day, earliest=earliest or self.case.received_on, today=timezone.localdate())

    def check_end(self) -> None:
        """Raise :class:`CaseRefused` unless the day has come and follows all that moved the clock of the case."""
        last = self.case.events.filter(kind__in=FIELDS).aggregate(day=Max("day"))["day"]
        self.check_day(last)

    def last(self, *kinds: EventKind) -> CaseEvent | None:
        """The last event of one of these kinds."""
        found: CaseEvent | None = self.case.events.filter(kind__in=kinds).order_by("-pk").first()
        return found

    def write(self, kind: EventKind, /, *, text: str = "", unit_before: Any = None, **data: Any) -> CaseEvent:
        """Save the case as it is now, with an event of ``kind`` and a line of the log; the clock follows.

        The log is read by administrators who see no case: it names the act and never its texts.
        The applicant is mailed that there is news.
        """
        self.case.state = self.after
        self.case.save()
        given = {"by": self.user, "state_after": self.after, "unit_before": unit_before, "text": text, "data": data}
        event: CaseEvent = CaseEvent.objects.create(case=self.case, kind=kind, day=self.day, **given)
        log(self.case, f"gongkai.requests.{self.act.value}", user=self.user, data={"state": self.after.value})
        refresh_deadline(self.case, written=event)
        announce(event)
        return event
