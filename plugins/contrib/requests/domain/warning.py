"""Warnings of deadlines: five and two working days before, and on the day; each goes out once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.api import District, Role, WorkingCalendar, mail_notices, people_with_role, working_calendar
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.models import Case, DeadlineWarning

from .deadlines import standing_of

DAYS_BEFORE: Final = (5, 2, 0)


@dataclass(frozen=True, slots=True)
class Warned:
    """A case of which somebody is warned now; ``left`` working days are left."""

    case: Case
    due_on: dt.date
    days_before: int
    left: int
    is_new: bool = False

    @property
    def line(self) -> str:
        """One line of the mail: the number and the way to the case, and nothing of who asks for what."""
        words = {"case": self.case, "day": self.due_on, "left": self.left, "late": -self.left}
        if self.is_new:
            sentence = _("%(case)s came on %(day)s and waits for its day of receipt")
        elif self.left > 0:
            sentence = ngettext(
                "%(case)s is due on %(day)s: %(left)d working day is left",
                "%(case)s is due on %(day)s: %(left)d working days are left",
                self.left,
            )
        else:
            sentence = _("%(case)s is due today, %(day)s") if self.left == 0 else _("%(case)s was due on %(day)s")
        return f"{sentence % words} {settings.WAGTAILADMIN_BASE_URL}{address_of(self.case)}"


def address_of(case: Case) -> str:
    """Where the case is handled."""
    return reverse("requests-admin:case", args=[case.pk])


def warn(*, district: District, today: dt.date) -> int:
    """Mail those who handle the cases of ``district``, one mail a person; returns how many went out.

    A deadline that moves is warned of anew. Nothing is locked while mail is sent; what reached nobody is tried again.
    Raises :class:`CaseRefused` when no mail went out at all, so that the run of the job tells it.
    """
    warned = [*new_cases(district), *due_warnings(district, today, working_calendar())]
    mailed = mail_notices(
        ((one, people_of(one)) for one in warned),
        subject=lambda number: _("Disclosure on request: %(number)d deadlines") % {"number": number},
        intro=_("These cases wait for an answer:"),
    )
    if mailed.is_refused:
        raise CaseRefused(_("No warning went out: the mail server took none. The log says why."))
    _write_down(mailed.reached)
    return mailed.people


def new_cases(district: District) -> Iterator[Warned]:
    """What came and waits for its day of receipt: nobody counts its days, so it is told once, to all who handle it."""
    cases = Case.objects.open().filter(district=district, received_on=None).select_related("unit", "district")
    for case in cases.exclude(pk__in=DeadlineWarning.objects.values("case")).order_by("pk"):
        yield Warned(case, timezone.localdate(case.submitted_at), 0, 0, is_new=True)


def due_warnings(district: District, today: dt.date, calendar: WorkingCalendar) -> Iterator[Warned]:
    """The nearest warning of each open case, also when the job did not run on its very day, unless it went out."""
    latest = calendar.after(today, max(DAYS_BEFORE))
    cases = Case.objects.open().filter(district=district, due_on__lte=latest).select_related("unit", "district")
    sent = set(DeadlineWarning.objects.filter(case__in=cases).values_list("case", "due_on", "days_before"))
    for case in cases.order_by("due_on", "pk"):
        left = standing_of(case, today=today, calendar=calendar).left
        if case.due_on is None or left is None:
            continue
        days = min(days for days in DAYS_BEFORE if left <= days)
        if (case.pk, case.due_on, days) not in sent:
            yield Warned(case, case.due_on, days, left)


def people_of(one: Warned) -> list[Any]:
    """The officers of the unit; the disclosure office for a case that has none, and for all on the last day."""
    found: list[Any] = []
    if one.case.unit_id:
        found += people_with_role(Role.REQUEST_OFFICER, unit=one.case.unit)
    if not found or one.days_before == 0:
        found += people_with_role(Role.DISCLOSURE_OFFICE, district=one.case.district)
    return found


def _write_down(reached: Iterable[tuple[Warned, int]]) -> None:
    rows = [
        DeadlineWarning(case=one.case, due_on=one.due_on, days_before=one.days_before, people=people)
        for one, people in reached
    ]
    DeadlineWarning.objects.bulk_create(rows, ignore_conflicts=True)
