"""The extension of a period, its end, and another one after a reconsideration."""

from __future__ import annotations

from django.utils.translation import gettext as _

from .course import Course, Pause, Start
from .enums import DueKind, Phase, Reason
from .events import Event
from .exceptions import EventRefused
from .rules import Terms
from .walking import due_of


def check_in_time(course: Course, event: Event, terms: Terms) -> None:
    """Raise :class:`EventRefused` if the period was over before ``event``, which cannot prolong it then."""
    due = None if event.is_settled else due_of(course, terms.calendar)
    if due and event.day > due:
        wrong = _("The period ended on %(day)s.") % {"day": due.isoformat()}
        raise EventRefused(event, wrong, _("Answer at once: what is over is not prolonged."))


def extend(course: Course, event: Event, terms: Terms) -> None:
    """Once, by at most as many working days as Art. 33 allows, and before the period is over."""
    most = terms.rules.extension
    days = most if event.days is None else event.days
    if course.is_extended:
        raise EventRefused(event, _("A period is extended once (Art. 33)."), _("Answer within it."))
    if not 1 <= days <= most:
        wrong = _("It is extended by 1 to %(most)d working days (Art. 33).") % {"most": most}
        raise EventRefused(event, wrong, _("Name so many days."))
    check_in_time(course, event, terms)
    course.extend(days)


def conclude(course: Course, event: Event, terms: Terms) -> None:
    """Decided, withdrawn or transferred: nothing is due any more."""
    course.settle(event.day, *DueKind)
    course.concluded, course.phase = event.day, Phase.ENDED


def abandon(course: Course, event: Event, terms: Terms) -> None:
    """By an applicant who let a period pass: for the correction (Art. 30), or for the payment."""
    waited = next(course.open_dues(DueKind.CORRECTION, DueKind.PAYMENT), None)
    if waited is None:
        wrong = _("Nothing is asked of the applicant.")
        raise EventRefused(event, wrong, _("Decide on the application, or write down that it was withdrawn."))
    if event.day <= waited.day and not event.is_settled:
        wrong = _("The applicant has time until %(day)s.") % {"day": waited.day.isoformat()}
        raise EventRefused(event, wrong, _("Wait until that day is over."))
    conclude(course, event, terms)


def reopen(course: Course, event: Event, terms: Terms) -> None:
    """A reconsideration or a judgment orders another answer; the days since the first one are not counted."""
    course.end_pause(event.day, *Reason)
    course.pauses.append(Pause(course.concluded or event.day, event.day, Reason.CONCLUDED, event.day))
    course.starts.append(Start(event.day, event.days or terms.rules.reopened))
    course.is_extended, course.concluded, course.phase = False, None, Phase.RUNNING
