"""What the command and the screens tell of a scenario: one for all, so that they cannot differ."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from plugins.api import WorkingCalendar

from .enums import Tone
from .ledger import Ledger, ledger_of
from .scenario import Scenario
from .tones import tone_of
from .wording import lines_of, values_of

#: Of a case that stays open no further days are told than those of a year.
A_YEAR = dt.timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A scenario and its ledger, as they stand on ``today``."""

    scenario: Scenario
    ledger: Ledger
    today: dt.date
    tone: Tone

    @property
    def left(self) -> int | None:
        """Working days up to the deadline, while the case is open and not overdue."""
        is_running = self.ledger.due is not None and self.ledger.concluded is None and self.today <= self.ledger.due
        return self.ledger.remaining(self.today) if is_running else None

    @property
    def lines(self) -> list[str]:
        """For people."""
        return list(lines_of(self.ledger))

    @property
    def values(self) -> dict[str, Any]:
        """For programs; ``scenario`` is a file from which the same is reckoned again."""
        standing = {"today": self.today, "tone": self.tone.value, "remaining": self.ledger.remaining(self.today)}
        return {"scenario": self.scenario.as_values(), **standing, **values_of(self.ledger)}


def explain(scenario: Scenario, *, calendar: WorkingCalendar, today: dt.date) -> Explanation:
    """Explain the deadline; raises :class:`~.exceptions.ClockRefused` for events that cannot be."""
    latest = scenario.received + A_YEAR if scenario.received else None
    until = min(today, latest) if latest else None
    ledger = ledger_of(scenario.events, calendar=calendar, rules=scenario.rules, until=until)
    tone = tone_of(
        ledger.due,
        paused_until=ledger.paused_until,
        is_done=ledger.concluded is not None,
        today=today,
        calendar=calendar,
    )
    return Explanation(scenario, ledger, today, tone)
