"""Reminders of deadlines: five and two days before, on the day, and once when it has passed; each goes out once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils.translation import gettext as _

from plugins.api import District, Role, people_with_role
from plugins.contrib.item_catalogue.models import Assignment, Reminder
from plugins.contrib.item_catalogue.process.states import Step
from plugins.contrib.item_catalogue.process.steps import WHO

from .progress import Standing, standings_of

NOTICES, OVERDUE = (5, 2, 0), -1


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
    """Which of the reminders is due: the nearest, also when the job did not run on its very day."""
    left = (due - today).days
    if left < 0:
        return OVERDUE
    return min((days for days in NOTICES if left <= days), default=None)


@transaction.atomic
def remind(*, district: District, today: dt.date) -> int:
    """Mail everybody who has to act in the district's assignments, one mail a person; returns how many went out.

    What went out is written down in the same transaction: when mail fails, it is tried again as a whole. A reminder
    for which there is nobody yet waits until there is.
    """
    list(Assignment.objects.select_for_update().open().filter(district=district).order_by("pk").values("pk"))
    notices = list(_due_notices(district, today))
    letters: dict[str, list[str]] = defaultdict(list)
    for notice in notices:
        addresses = [person.email for person in people_of(notice.standing.assignment, notice.step) if person.email]
        for address in addresses:
            letters[address].append(notice.line)
        if addresses:
            _write_down(notice, len(addresses))
    if letters:
        with get_connection() as connection:
            connection.send_messages([_letter(address, lines) for address, lines in letters.items()])
    return len(letters)


def people_of(assignment: Assignment, step: Step) -> list[Any]:
    """Who has to act: the district's disclosure office, or the auditors of the field."""
    if Role.CITY_AUDITOR not in WHO[step]:
        return list(people_with_role(Role.DISCLOSURE_OFFICE, district=assignment.district))
    everybody = people_with_role(Role.CITY_AUDITOR, city=assignment.district.city)
    named = everybody.filter(pk__in=assignment.auditors.values("pk"))
    return list(named if assignment.auditors.exists() else everybody)


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


def _write_down(notice: Notice, people: int) -> None:
    Reminder.objects.create(
        assignment=notice.standing.assignment,
        step=notice.step,
        due=notice.due,
        days_before=notice.days_before,
        people=people,
    )


def _letter(address: str, lines: Sequence[str]) -> EmailMessage:
    subject = _("Item catalogues: %(number)d deadlines") % {"number": len(lines)}
    body = "\n".join([_("These steps wait for you:"), "", *(f"- {line}" for line in lines)])
    return EmailMessage(subject, body, to=[address], headers={"Auto-Submitted": "auto-generated"})
