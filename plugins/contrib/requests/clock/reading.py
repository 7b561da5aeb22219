"""From events to a course: one table of what may happen in which phase, and one of what each kind does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from django.utils.translation import gettext as _

from plugins.contrib.requests.enums import EventKind

from . import corrections, endings, fees, opinions
from .course import Course, Due, Start
from .enums import DueKind, Phase
from .events import FIELDS, Event
from .exceptions import EventRefused, NotReceived
from .rules import Terms

_K = EventKind
TAKERS: Final[Mapping[EventKind, Callable[[Course, Event, Terms], None]]] = {
    _K.CORRECTION_ASKED: corrections.ask_correction,
    _K.CORRECTED: corrections.correct,
    _K.ASKED: opinions.ask,
    _K.ANSWERED: opinions.answer,
    _K.EXTENDED: endings.extend,
    _K.FEE_ASKED: fees.ask_fee,
    _K.FEE_SENT: fees.tell_of_fee,
    _K.FEE_SERVED: fees.tell_of_fee,
    _K.PAID: fees.pay,
    _K.DECIDED: endings.conclude,
    _K.WITHDRAWN: endings.conclude,
    _K.ABANDONED: endings.abandon,
    _K.TRANSFERRED: endings.conclude,
    _K.REOPENED: endings.reopen,
}
_ENDS: Final = frozenset({_K.DECIDED, _K.WITHDRAWN, _K.ABANDONED, _K.TRANSFERRED})
#: What may happen in each phase. An opinion may come whenever it likes, also when nobody needs it any more; so may a
#: notice of a fee, which may have been paid before.
_LATE: Final = frozenset({_K.ANSWERED, _K.FEE_SENT, _K.FEE_SERVED})
POSSIBLE: Final[Mapping[Phase, frozenset[EventKind]]] = {
    Phase.RUNNING: _ENDS | _LATE | {_K.CORRECTION_ASKED, _K.ASKED, _K.EXTENDED, _K.FEE_ASKED},
    Phase.CORRECTING: _ENDS | {_K.CORRECTED, _K.ANSWERED},
    Phase.PAYING: _ENDS | _LATE | {_K.PAID, _K.ASKED, _K.EXTENDED},
    Phase.ENDED: _LATE | {_K.REOPENED},
}


def course_of(events: Iterable[Event], terms: Terms) -> Course:
    """What ``events`` make of a case, in the order of their days; those of one day in the order given.

    Kinds that move no clock are passed over. Raises :class:`EventRefused` for an event that cannot be, and
    :class:`NotReceived` without a day of receipt.
    """
    ordered = sorted((event for event in events if event.kind in FIELDS), key=lambda event: event.day)
    if not ordered:
        raise NotReceived
    course = _received(ordered[0], terms)
    for event in ordered[1:]:
        _take(course, event, terms)
    return course


def _received(event: Event, terms: Terms) -> Course:
    if event.kind != _K.RECEIVED:
        raise EventRefused(event, _("It comes before the day of receipt."), _("Correct one of the two days."))
    course = Course(event.day, starts=[Start(event.day, terms.rules.answer)], events=[event])
    course.dues.append(Due(DueKind.NOTICE, terms.calendar.after(event.day, terms.rules.notice)))
    return course


def _take(course: Course, event: Event, terms: Terms) -> None:
    if event.kind == _K.RECEIVED:
        raise EventRefused(event, _("A case is received once."), _("Take one of the two out."))
    possible = POSSIBLE[course.phase]
    if event.kind not in possible:
        wrong = _("It cannot follow while the case is in this phase: %(phase)s.") % {"phase": course.phase.label}
        names = "、".join(str(kind.label) for kind in EventKind if kind in possible)
        raise EventRefused(event, wrong, _("What can follow: %(kinds)s.") % {"kinds": names})
    TAKERS[EventKind(event.kind)](course, event, terms)
    course.events.append(event)
