"""Third parties and other organs that are asked (Arts. 32 to 34)."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext as _

from .course import Course, Due, Pause
from .enums import DueKind, Phase, Reason
from .events import Event
from .exceptions import EventRefused
from .rules import Terms

OPINIONS: Final = (DueKind.THIRD_PARTY, DueKind.ORGAN)


def ask(course: Course, event: Event, terms: Terms) -> None:
    """Not counted until they answer, or until the last day on which they could have (Art. 33).

    The letter may leave them less time than the law does, and not more.
    """
    if any(due.who == event.who for due in course.open_dues(*OPINIONS)):
        remedy = _("Write down the answer first, or tell the two apart by “who”.")
        raise EventRefused(event, _("The same one is being asked already."), remedy)
    most = terms.calendar.after(event.day, terms.rules.consultation)
    last = min(max(event.until or most, event.day), most)
    course.pauses.append(Pause(event.day, last, Reason(event.whom.value), last, event.who))
    course.dues.append(Due(DueKind(event.whom.value), last, who=event.who))


def answer(course: Course, event: Event, terms: Terms) -> None:
    """An opinion; one that comes when the case is concluded changes nothing."""
    if course.phase == Phase.ENDED:
        return
    if not course.settle(event.day, *OPINIONS, who=event.who):
        remedy = _("Write down first who was asked, and when.")
        raise EventRefused(event, _("Nobody is being asked who could have answered."), remedy)
    course.end_pause(event.day, Reason.THIRD_PARTY, Reason.ORGAN, who=event.who)
