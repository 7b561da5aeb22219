"""Reminders of deadlines: five and two days before, on the day, and once when it has passed; each goes out once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from plugins.api import OVERDUE, District, Role, mail_notices, nearest_notice, people_with_role
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Assignment, Reminder
from plugins.contrib.item_catalogue.process.states import Step
from plugins.contrib.item_catalogue.process.steps import WHO

from .progress import Standing, standings_of

NOTICES = (5, 2, 0)


@dataclass(frozen=True, slots=True)
class Notice:
    """A step of an assignment that somebody is reminded of now."""

    standing: Standing
    step: Step
    due: dt.date
    days_before: int

    @property
    def line(self) -> str:
        """One line of the mail."""
        words = {"what": self.standing.assignment, "step": self.step.label, "day": self.due.isoformat()}
        if self.days_before == OVERDUE:
            return _("%(what)s: “%(step)s” was due on %(day)s") % words
        return _("%(what)s: “%(step)s” is due on %(day)s") % words


def notice_of(due: dt.date, *, today: dt.date) -> int | None:
    """Which of the reminders is due."""
    return nearest_notice(due, today=today, before=NOTICES)


def remind(*, district: District, today: dt.date) -> int:
    """Mail everybody who has to act in the district's assignments, one mail a person; returns how many went out.

    No row is locked while mail is sent, and an address that is refused stops no other. Written down is what reached
    somebody; a reminder that reached nobody is tried again, as is one for which there is nobody yet. Raises
    :class:`ItemsRefused` when no mail went out at all, so that the run of the job tells it.
    """
    due = _due_notices(district, today)
    mailed = mail_notices(
        ((notice, people_of(notice.standing.assignment, notice.step)) for notice in due),
        subject=lambda number: _("Item catalogues: %(number)d deadlines") % {"number": number},
        intro=_("These steps wait for you:"),
    )
    if mailed.is_refused:
        raise ItemsRefused(_("No reminder went out: the mail server took none. The log says why."))
    _write_down(mailed.reached)
    return mailed.people


def people_of(assignment: Assignment, step: Step) -> list[Any]:
    """Who has to act: the district's disclosure office, or the auditors of the field (see ``acted_in_by``)."""
    if Role.CITY_AUDITOR not in WHO[step]:
        return list(people_with_role(Role.DISCLOSURE_OFFICE, district=assignment.district))
    everybody = people_with_role(Role.CITY_AUDITOR, city=assignment.district.city)
    return list(everybody.filter(pk__in=assignment.auditors.values("pk"))) or list(everybody)


def _due_notices(district: District, today: dt.date) -> Iterator[Notice]:
    assignments = Assignment.objects.open().filter(district=district)
    sent = set(Reminder.objects.filter(assignment__in=assignments).values_list(*_KEY))
    for standing in standings_of(assignments, today=today):
        for step in standing.steps:
            due = standing.due_of(step)
            days = notice_of(due, today=today) if due else None
            if due and days is not None and (standing.assignment.pk, step.value, due, days) not in sent:
                yield Notice(standing, step, due, days)


_KEY: Sequence[str] = ("assignment", "step", "due", "days_before")


def _write_down(reached: Iterable[tuple[Notice, int]]) -> None:
    """Notices with the number of people whom they reached; those that another run wrote meanwhile stay."""
    rows = [
        Reminder(
            assignment=notice.standing.assignment,
            step=notice.step,
            due=notice.due,
            days_before=notice.days_before,
            people=people,
        )
        for notice, people in reached
    ]
    Reminder.objects.bulk_create(rows, ignore_conflicts=True)
