"""What the city process adds: the way to the board, piles on the desk, the job that reminds."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api import DeskPanel, DeskPile, DeskRow, Job, MenuEntry, Role

from .domain.process.progress import Standing, standings_of
from .domain.process.reminding import remind
from .models import Assignment
from .process.states import Step
from .process.steps import WHO
from .process.transitions import EVERYBODY

ENTRY = MenuEntry(
    label=gettext_lazy("Progress of catalogues"), url_name="board", roles=EVERYBODY, icon="tasks", order=142
)
SHOWN = 5


def run_reminders(district: Any) -> str:
    """The job: once a district."""
    number = remind(district=district, today=timezone.localdate())
    return _("%(number)d people reminded") % {"number": number} if number else ""


JOB = Job(
    name="reminders",
    title=gettext_lazy("Reminders of deadlines"),
    every=dt.timedelta(hours=6),
    run=run_reminders,
)


def waiting_pile(user: Any, districts: frozenset[int]) -> DeskPile | None:
    """Fields in which the person has to act: steps of the district's office, or of the city's auditors."""
    waiting: dict[int, tuple[Standing, Step]] = {}
    for role in (Role.DISCLOSURE_OFFICE, Role.CITY_AUDITOR):
        mine = Assignment.objects.open().acted_in_by(user, role).filter(district__in=districts)
        for one in standings_of(mine, today=timezone.localdate()):
            step = next((step for step in one.steps if role in WHO.get(step, ())), None)
            if step:
                waiting[one.assignment.pk] = (one, step)
    if not waiting:
        return None
    ordered = sorted(waiting.values(), key=lambda pair: pair[0].due_of(pair[1]) or dt.date.max)
    return DeskPile(len(ordered), [_row(*pair) for pair in ordered[:SHOWN]], reverse("item-catalogue-admin:board"))


PANEL = DeskPanel(name="process", heading=gettext_lazy("Fields that wait for you"), pile=waiting_pile, order=230)


def _row(standing: Standing, step: Step) -> DeskRow:
    due = standing.due_of(step)
    detail = _("%(step)s, due on %(day)s") % {"step": step.label, "day": due.isoformat() if due else "–"}
    address = reverse("item-catalogue-admin:assignment", args=[standing.assignment.pk])
    return DeskRow(str(standing.assignment), address, detail)
