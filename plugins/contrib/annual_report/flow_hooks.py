"""What the flow of reports adds: the way in, a pile on the desk, two jobs, figures, the source of part two."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api import DeskPanel, DeskPile, DeskRow, Job, Measure, MenuEntry, Role, districts_of

from .domain.beginning import begin_report, last_year, units_reporting
from .domain.counting import count_report
from .domain.overview import days_due
from .domain.reminding import remind
from .domain.telling import tell_returned, tell_submitted
from .enums import Level, ReportingStep, ReportState
from .exceptions import ReportRefused
from .models import Figure, Report
from .querysets import FINAL, units_filled_by
from .transitions import EVERYBODY

ENTRY = MenuEntry(label=gettext_lazy("Annual reports"), url_name="reports", roles=EVERYBODY, icon="doc-full", order=150)
SHOWN = 5
OPEN, WAITING = (ReportState.DRAFT, ReportState.RETURNED), (ReportState.SUBMITTED,)


def begin_reports(district: Any) -> str:
    """The job: from New Year on every unit, and the district, has a report on the year that has ended.

    The city has one as well where a day is set for it.
    """
    today = timezone.localdate()
    year = last_year(today=today)
    owners: list[Any] = [*units_reporting(district, year=year), district]
    owners += [district.city] if ReportingStep.CITY in days_due(year) else []
    begun = [begin_report(owner=owner, year=year, today=today) for owner in owners]
    new = [report for report in begun if report.counted_at is None and report.state in OPEN]
    number = sum(_is_counted(report) for report in new)
    return _("%(number)d reports are begun and counted.") % {"number": number} if number else ""


def _is_counted(report: Report) -> bool:
    """One that was handed on meanwhile stops no other."""
    try:
        count_report(report=report, user=None)
    except ReportRefused:
        return False
    return True


def run_reminders(district: Any) -> str:
    """The job: once a district."""
    number = remind(district=district, today=timezone.localdate())
    return _("%(number)d people reminded") % {"number": number} if number else ""


def run_submitted(district: Any) -> str:
    """The job: one mail for all reports that were submitted since the last one; and returns that reached nobody yet."""
    number = tell_returned(district=district) + tell_submitted(district=district)
    return _("%(number)d people told") % {"number": number} if number else ""


JOBS = [
    Job(name="begin", title=gettext_lazy("New annual reports"), every=dt.timedelta(days=1), run=begin_reports),
    Job(
        name="reminders",
        title=gettext_lazy("Reminders of reporting days"),
        every=dt.timedelta(hours=6),
        run=run_reminders,
    ),
    Job(
        name="submitted",
        title=gettext_lazy("Mails about submitted and returned reports"),
        every=dt.timedelta(hours=6),
        run=run_submitted,
    ),
]


def waiting_for(user: Any) -> Any:
    """Reports with which the person has to do something: fill and submit them, or accept them."""
    offices, cities = districts_of(user, [Role.DISCLOSURE_OFFICE]), districts_of(user, [Role.CITY_AUDITOR])
    to_fill = Q(level=Level.UNIT, unit__in=units_filled_by(user).values("pk")) | Q(
        level=Level.DISTRICT, district__in=offices
    )
    to_judge = Q(level=Level.UNIT, district__in=offices) | Q(level=Level.DISTRICT, district__in=cities)
    return Report.objects.filter(Q(to_fill, state__in=OPEN) | Q(to_judge, state__in=WAITING))


def waiting_pile(user: Any, districts: frozenset[int]) -> DeskPile | None:
    """The newest year first."""
    found = waiting_for(user).filter(district__in=districts)
    rows = list(found.select_related("unit", "district").order_by("-year", "state", "pk")[:SHOWN])
    if not rows:
        return None
    address = reverse("annual-report-admin:reports")
    return DeskPile(found.count(), [_row(one) for one in rows], address)


def _row(report: Report) -> DeskRow:
    address = reverse("annual-report-admin:report", args=[report.pk])
    return DeskRow(str(report), address, str(report.get_state_display()))


PANEL = DeskPanel(
    name="reports", heading=gettext_lazy("Annual reports that wait for you"), pile=waiting_pile, order=240
)


def _accepted(district: Any, since: Any, until: Any) -> int:
    """Units whose report on the year before the last day is accepted."""
    found: int = Report.objects.filter(
        level=Level.UNIT, district=district, year=until.year - 1, state__in=FINAL
    ).count()
    return found


def _overridden(district: Any, since: Any, until: Any) -> int:
    """Figures of these reports that somebody entered otherwise than they were counted."""
    figures = Figure.objects.filter(report__district=district, report__year=until.year - 1)
    return figures.exclude(reason="").count()


MEASURES = [
    Measure(name="accepted", title=gettext_lazy("Annual reports of units that are accepted"), value=_accepted),
    Measure(name="overridden", title=gettext_lazy("Figures entered otherwise than counted"), value=_overridden),
]
