"""Events of a case in a JSON file, and back. The shape is written down in the plug-in's README."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any, Final

from django.utils.translation import gettext as _

from plugins.contrib.requests.enums import EventKind

from .entries import YEARS, Entries
from .events import FIELDS, LIMITED, Event
from .exceptions import ClockRefused
from .rules import Rules

MOST_EVENTS: Final = 200
_KEYS: Final = ("received", "events", "rules")
_KINDS: Final = {kind.value: kind for kind in FIELDS if kind != EventKind.RECEIVED}
_SETTLED: Final = "is_settled"
_RULES: Final = tuple(one.name for one in fields(Rules))


class ScenarioRefused(ClockRefused):
    """The file is not what it should be; each line of the message names an entry and what belongs there."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """``events`` hold the one of receipt, if that day is known."""

    events: tuple[Event, ...] = ()
    rules: Rules = field(default_factory=Rules)

    @property
    def received(self) -> dt.date | None:
        """The day of receipt."""
        return next((event.day for event in self.events if event.kind == EventKind.RECEIVED), None)

    def received_on(self, day: dt.date | None) -> Scenario:
        """The same, received on ``day``; raises :class:`ScenarioRefused` if it says otherwise itself."""
        if day is None or day == self.received:
            return self
        if self.received is not None:
            values = {"day": self.received.isoformat(), "other": day.isoformat()}
            raise ScenarioRefused(_("The file says received on %(day)s, not on %(other)s. Name one day.") % values)
        if day.year not in YEARS:
            raise ScenarioRefused(_("The day of receipt is not between 1990 and 2099. Correct its year."))
        return Scenario((Event(EventKind.RECEIVED, day), *self.events), self.rules)

    def as_values(self) -> dict[str, Any]:
        """The file that says the same; of the rules those that differ from the usual ones."""
        usual = Rules()
        rules = {name: getattr(self.rules, name) for name in _RULES}
        return {
            "received": self.received,
            "events": [_event_values(event) for event in self.events if event.kind in _KINDS],
            "rules": {name: value for name, value in rules.items() if value != getattr(usual, name)},
        }


def _event_values(event: Event) -> dict[str, Any]:
    told = {name: getattr(event, name) for name in _told(event.kind)}
    return {"kind": event.kind.value, "day": event.day, **{name: value for name, value in told.items() if value}}


def _told(kind: EventKind) -> list[str]:
    """What an entry of ``kind`` can say beside its day."""
    return [*sorted(FIELDS[kind]), *([_SETTLED] if kind in LIMITED else [])]


def read_scenario(text: str) -> Scenario:
    """Read what a file says; raises :class:`ScenarioRefused` that names every entry that is wrong."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ScenarioRefused(_("The file is not JSON: %(error)s") % {"error": error}) from error
    entries = Entries()
    told = entries.fields("", found, _KEYS)
    events = (*_received(entries, told.get("received")), *_events(entries, told.get("events", [])))
    scenario = Scenario(events, _rules(entries, told.get("rules", {})))
    if entries.problems:
        raise ScenarioRefused("\n".join(entries.problems))
    return scenario


def _received(entries: Entries, found: Any) -> Iterator[Event]:
    day = entries.day("received", found) if found is not None else None
    if day:
        yield Event(EventKind.RECEIVED, day)


def _events(entries: Entries, found: Any) -> Iterator[Event]:
    if not isinstance(found, list) or len(found) > MOST_EVENTS:
        entries.wrong("events", _("a list of at most %(most)d events belongs here.") % {"most": MOST_EVENTS})
        return
    for number, one in enumerate(found):
        event = _event(entries, f"events[{number}]", one)
        if event:
            yield event


def _event(entries: Entries, entry: str, found: Any) -> Event | None:
    kind = entries.one_of(f"{entry}.kind", found.get("kind") if isinstance(found, dict) else None, _KINDS)
    if kind is None:
        return None
    told = entries.fields(entry, found, ("kind", "day", *_told(kind)))
    values = {"day": None} | {name: value for name, value in told.items() if name != "kind"}
    read = {name: entries.readers[name](f"{entry}.{name}", value) for name, value in values.items()}
    return None if None in read.values() else Event(kind, **read)


def _rules(entries: Entries, found: Any) -> Rules:
    told = entries.fields("rules", found, _RULES)
    read: dict[str, Any] = {}
    for name, value in told.items():
        entry = f"rules.{name}"
        read[name] = entries.effect(entry, value) if name == "fee_effect" else entries.number(entry, value)
    return Rules(**{name: value for name, value in read.items() if value is not None})
