"""The one notice that asks for a correction, and the correction (Art. 30)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from .course import Course, Due, Pause
from .enums import DueKind, Phase, Reason
from .events import Event
from .exceptions import EventRefused
from .opinions import OPINIONS
from .rules import Terms


def ask_correction(course: Course, event: Event, terms: Terms) -> None:
    """The period stands still until the correction, and starts anew then."""
    _check_notice(course, event)
    until = event.until or terms.calendar.after(event.day, terms.rules.correction)
    if until <= event.day:
        raise EventRefused(event, _("It leaves the applicant no day."), _("Name a last day after the notice."))
    course.settle(event.day, DueKind.NOTICE)
    course.pauses.append(Pause(event.day, None, Reason.CORRECTION, until))
    course.dues.append(Due(DueKind.CORRECTION, until))
    course.phase = Phase.CORRECTING


def correct(course: Course, event: Event, terms: Terms) -> None:
    """Also after the applicant's last day: whether there was a good reason is for people to say."""
    course.settle(event.day, DueKind.CORRECTION)
    course.restart(event.day, Reason.CORRECTION)


def _check_notice(course: Course, event: Event) -> None:
    notice = next(course.open_dues(DueKind.NOTICE), None)
    if notice is None:
        wrong = _("A correction may be asked for once (Art. 30).")
        raise EventRefused(event, wrong, _("Decide on what is clear, or say that it stays unclear."))
    if event.day > notice.day and not event.is_settled:
        wrong = _("The notice had to be given by %(day)s (Art. 30).") % {"day": notice.day.isoformat()}
        raise EventRefused(event, wrong, _("Go on without a correction."))
    if course.is_extended or any(course.open_dues(*OPINIONS)):
        wrong = _("The period was extended, or others are being asked.")
        raise EventRefused(event, wrong, _("Ask for the correction first, and for the rest when it has come."))
