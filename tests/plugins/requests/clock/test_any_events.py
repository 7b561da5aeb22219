"""Whatever is told to the clock: it refuses with a sentence, or answers with a ledger that is whole."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.contrib.requests.clock import (
    ClockRefused,
    DayKind,
    Event,
    FeeEffect,
    Ledger,
    Rules,
    explain,
    ledger_of,
    read_scenario,
)
from plugins.contrib.requests.clock.events import FIELDS
from plugins.contrib.requests.enums import EventKind

from .oracle import DAY
from .test_oracle import CALENDARS

CALENDAR = CALENDARS[frozenset()][0]
FIRST = dt.date(2026, 9, 1)
days = st.integers(0, 90).map(lambda number: FIRST + DAY * number)
events = st.builds(
    Event,
    kind=st.sampled_from([kind for kind in FIELDS if kind != EventKind.RECEIVED]),
    day=days,
    who=st.sampled_from(["1", "2"]),
    days=st.one_of(st.none(), st.integers(1, 21)),
    until=st.one_of(st.none(), days),
    effect=st.one_of(st.none(), st.sampled_from(FeeEffect)),
)
effects = st.sampled_from(FeeEffect)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["kind", "day", "who", "x"]), inner),
    max_leaves=8,
)


def grown(sequence: list[Event], effect: FeeEffect) -> Ledger:
    """The ledger of as many of the events as fit each other: refused ones are left out."""
    rules, kept = Rules(fee_effect=effect), [Event(EventKind.RECEIVED, FIRST)]
    for event in sorted(sequence, key=lambda one: one.day):
        try:
            ledger_of([*kept, event], calendar=CALENDAR, rules=rules)
        except ClockRefused:
            continue
        kept.append(event)
    return ledger_of(kept, calendar=CALENDAR, rules=rules)


@settings(max_examples=200, deadline=None)
@given(st.lists(events, max_size=8), effects)
def test_ledger_is_whole(sequence, effect) -> None:
    found = grown(sequence, effect)
    first, last = found.days[0].day, found.days[-1].day
    assert [day.day for day in found.days] == [first + DAY * number for number in range((last - first).days + 1)]
    assert first == found.received
    assert [day.day for day in found.days if day.number] == [
        day.day for day in found.days if day.kind == DayKind.COUNTED
    ]
    if found.due:
        due = next(day for day in found.days if day.day == found.due)
        assert (due.kind, due.number) == (DayKind.COUNTED, found.allowance)
        assert CALENDAR.is_working(found.due)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(["received", "events", "rules", "x"]), values, max_size=4) | values)
def test_any_file_is_read_or_refused(found) -> None:
    with suppress(ClockRefused):
        explain(read_scenario(json.dumps(found)), calendar=CALENDAR, today=FIRST)
