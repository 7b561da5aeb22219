"""Every day of five years × every story of the table: the clock and the oracle agree on each day that counts."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cms.calendar.domain.seeding import announced_days
from cms.calendar.domain.working_days import WorkingCalendar
from plugins.contrib.requests.clock import DayKind, DueKind, Rules, ledger_of
from plugins.contrib.requests.clock.reading import course_of
from plugins.contrib.requests.clock.rules import Terms

from .oracle import DAY, Inquiry, Oracle, Story
from .stories import TABLE, events_of, story_of

#: The last year has no published calendar; neither has 2025 in half of the runs, between two years that have.
YEARS = range(2023, 2028)
MISSING = frozenset({2025})
HORIZON = (dt.date(2022, 12, 1), dt.date(2028, 12, 31))


def calendar_without(missing: frozenset[int]) -> WorkingCalendar:
    days = [day for year in YEARS if year not in missing for day in announced_days(year)]
    return WorkingCalendar({day: works for day, works, _ in days}, {day: name for day, _, name in days})


CALENDARS = {missing: (calendar_without(missing), Oracle(*HORIZON, missing)) for missing in (frozenset(), MISSING)}


def counted_of(story: Story, calendar: WorkingCalendar) -> list[dt.date]:
    ledger = ledger_of(events_of(story), calendar=calendar)
    if ledger.due is None:
        return []
    days = [day.day for day in ledger.days if day.kind == DayKind.COUNTED]
    assert days[-1] == ledger.due
    return days[-ledger.allowance :]


@pytest.mark.parametrize("name", TABLE)
@pytest.mark.parametrize("missing", CALENDARS, ids=["published", "2025 missing"])
def test_every_day_of_five_years_agrees_with_the_oracle(name, missing) -> None:
    calendar, oracle = CALENDARS[missing]
    years = YEARS if not missing else (2025,)
    first, last = dt.date(years[0], 1, 1), dt.date(years[-1], 12, 31)
    stories = [story_of(name, first + DAY * number, oracle) for number in range((last - first).days + 1)]
    different = [story for story in stories if counted_of(story, calendar) != oracle.counted(story)]
    assert different == []


@pytest.mark.parametrize("name", [name for name, row in TABLE.items() if "fee" in row])
def test_last_day_to_pay_of_every_day_agrees_with_the_oracle(name) -> None:
    (calendar, oracle), first = CALENDARS[frozenset()], dt.date(2023, 1, 1)
    stories = [story_of(name, first + DAY * number, oracle) for number in range(5 * 365)]
    dues = [course_of(events_of(story), Terms(calendar, Rules())).dues for story in stories]
    found = [[due.day for due in of_story if due.kind == DueKind.PAYMENT] for of_story in dues]
    assert found == [[oracle.last_to_pay(story.fee)] for story in stories]


distances = st.integers(0, 40)
inquiries = st.lists(st.tuples(distances, st.one_of(st.none(), distances)), max_size=4)


@settings(max_examples=150, deadline=None)
@given(st.dates(dt.date(2023, 1, 1), dt.date(2027, 12, 31)), inquiries, inquiries, st.integers(0, 20))
def test_any_inquiries_agree_with_the_oracle(received, third, organs, extension) -> None:
    asked = [
        Inquiry(received + DAY * start, None if length is None else received + DAY * (start + length))
        for start, length in third + organs
    ]
    story = Story(received, None, asked, extension, None, received, len(organs))
    calendar, oracle = CALENDARS[frozenset()]
    assert counted_of(story, calendar) == oracle.counted(story)
