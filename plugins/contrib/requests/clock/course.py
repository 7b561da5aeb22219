"""Periods, pauses and dues that the events of a case make; the days between are :mod:`.walking`'s."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from .enums import DueKind, FeeEffect, Phase, Reason, TermStart
from .events import Event


@dataclass(frozen=True, slots=True)
class Start:
    """A period of ``allowance`` working days, extension included, starts on the day after ``day``."""

    day: dt.date
    allowance: int


@dataclass(frozen=True, slots=True)
class Pause:
    """The days after ``after`` up to ``last`` are not counted; ``last`` is ``None`` while nobody knows it.

    ``due`` is the last day of whoever is waited for.
    """

    after: dt.date
    last: dt.date | None
    why: Reason
    due: dt.date
    who: str = ""

    def covers(self, day: dt.date) -> bool:
        """Whether ``day`` is not counted because of it."""
        return self.after < day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class FeeTerm:
    """``days`` calendar days to pay, from the day after ``since``, which is the day of ``start``.

    ``basis`` is where the district took its rule from; empty for the assumption of :class:`~.rules.Rules`.
    """

    since: dt.date
    start: TermStart
    days: int
    effect: FeeEffect
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Due:
    """Something is due on ``day``; ``done`` is the day on which it was done, or on which nobody needed it any more.

    ``term`` tells how the day of a payment comes about.
    """

    kind: DueKind
    day: dt.date
    done: dt.date | None = None
    who: str = ""
    term: FeeTerm | None = None


@dataclass(slots=True)
class Course:
    """What the events so far have made of a case."""

    received: dt.date
    starts: list[Start]
    phase: Phase = Phase.RUNNING
    pauses: list[Pause] = field(default_factory=list)
    dues: list[Due] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    is_extended: bool = False
    concluded: dt.date | None = None

    @property
    def open_pause(self) -> Pause | None:
        """The wait of which nobody knows the end."""
        return next((pause for pause in self.pauses if pause.last is None), None)

    @property
    def last_known(self) -> dt.date:
        """The last day on which a period started, or the case was concluded."""
        return max(self.starts[-1].day, self.concluded or self.received)

    def open_dues(self, *kinds: DueKind) -> Iterator[Due]:
        """What has not been done."""
        return (due for due in self.dues if due.done is None and due.kind in kinds)

    def settle(self, done: dt.date, *kinds: DueKind, who: str | None = None) -> bool:
        """Write down that what was due is done; answers whether there was anything."""
        found = [due for due in self.open_dues(*kinds) if who in (None, due.who)]
        self.dues = [replace(due, done=done) if due in found else due for due in self.dues]
        return bool(found)

    def end_pause(self, last: dt.date, *whys: Reason, who: str | None = None) -> None:
        """A wait ends on ``last``, if its own end does not come before."""
        for number, pause in enumerate(self.pauses):
            if pause.why in whys and who in (None, pause.who) and (pause.last is None or pause.last > last):
                self.pauses[number] = replace(pause, last=max(last, pause.after))

    def extend(self, days: int) -> None:
        """The present period becomes longer."""
        self.starts[-1] = replace(self.starts[-1], allowance=self.starts[-1].allowance + days)
        self.is_extended = True

    def restart(self, day: dt.date, why: Reason) -> None:
        """What was waited for has come: the period starts anew, as long as it was; an extension stays the one."""
        self.end_pause(day, why)
        self.starts.append(Start(day, self.starts[-1].allowance))
        self.phase = Phase.RUNNING
