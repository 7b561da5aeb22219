"""What the clock adds: screens, piles on the desk, jobs that warn and count anew, figures."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api import DeskPanel, DeskPile, DeskRow, Job, Measure, Menu, MenuEntry, WorkingCalendar, working_calendar

from .domain.deadlines import recount_deadlines, standing_of
from .domain.timeliness import answered_in_time
from .domain.warning import address_of, warn
from .models import Case
from .process.transitions import DESK
from .views.deadlines.calculator import CalculatorFile, CalculatorScreen
from .views.deadlines.explaining import CaseDeadlineFile, CaseDeadlineScreen
from .views.desk.query import ORDERS, URGENT, urgent

SHOWN = 5
ADDRESSES = [
    path("<int:key>/deadline/", CaseDeadlineScreen.as_view(), name="deadline"),
    path("<int:key>/deadline.json", CaseDeadlineFile.as_view(), name="deadline_file"),
    path("calculator/", CalculatorScreen.as_view(), name="calculator"),
    path("calculator.json", CalculatorFile.as_view(), name="calculator_file"),
]
ENTRY = MenuEntry(
    label=gettext_lazy("Calculator of deadlines"), url_name="calculator", roles=DESK, icon="date", menu=Menu.REPORTS
)


def due_pile(user: Any, districts: frozenset[int]) -> DeskPile | None:
    """Cases of the person that are urgent; the pile leads to the queue of the same cases."""
    today, calendar = timezone.localdate(), working_calendar()
    cases = Case.objects.handled_by(user).open().filter(district__in=districts)
    due = cases.filter(urgent(today, calendar)).order_by(*ORDERS["due"])
    found = list(due[:SHOWN])
    if not found:
        return None
    rows = [DeskRow(str(case), address_of(case), _detail(case, today, calendar)) for case in found]
    return DeskPile(
        len(found) if len(found) < SHOWN else due.count(), rows, f"{reverse('requests-admin:queue')}?tone={URGENT}"
    )


def _detail(case: Case, today: dt.date, calendar: WorkingCalendar) -> str:
    tone = standing_of(case, today=today, calendar=calendar).tone
    return f"{tone.label} · {case.due_on or case.paused_until or timezone.localdate(case.submitted_at)}"


PANEL = DeskPanel(
    name="deadlines", heading=gettext_lazy("Applications that are due"), pile=due_pile, icon="date", order=120
)


def run_warnings(district: Any) -> str:
    """The job: once a district."""
    number = warn(district=district, today=timezone.localdate())
    return _("%(number)d people warned") % {"number": number} if number else ""


def run_recount(district: Any) -> str:
    """The job: once a district, so that days which an administrator loads count soon."""
    found = recount_deadlines(Case.objects.open().filter(district=district))
    return _("%(number)d deadlines moved") % {"number": len(found.moved)} if found.moved else ""


JOBS = [
    Job(
        name="recount",
        title=gettext_lazy("Deadlines by the calendar as it is now"),
        every=dt.timedelta(hours=1),
        run=run_recount,
    ),
    Job(name="warnings", title=gettext_lazy("Warnings of deadlines"), every=dt.timedelta(hours=2), run=run_warnings),
]


def _decided(district: Any, since: Any, until: Any) -> int:
    return answered_in_time(district, since, until)[0]


def _in_time(district: Any, since: Any, until: Any) -> int | None:
    decided, in_time = answered_in_time(district, since, until)
    return round(100 * in_time / decided) if decided else None


MEASURES = [
    Measure(name="decided", title=gettext_lazy("Applications decided"), value=_decided),
    Measure(name="in_time", title=gettext_lazy("Applications decided in time"), unit="%", value=_in_time),
]
