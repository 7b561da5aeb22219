"""Working days across weekends, holidays, make-up days and years that nobody has announced."""

from __future__ import annotations

import datetime as dt

import pytest

from cms.calendar.domain.seeding import announced_days
from cms.calendar.domain.working_days import WorkingCalendar, working_calendar
from cms.calendar.models import CalendarDay

D = dt.date.fromisoformat
PLAIN = WorkingCalendar()
#: Of 2026 what was announced of three holidays: 1 to 7 October off, 10 October at work.
OFF = ["2026-01-01", "2026-05-01", *(f"2026-10-0{number}" for number in range(1, 8))]
NATIONAL_DAY = WorkingCalendar({**{D(day): False for day in OFF}, D("2026-10-10"): True})


@pytest.mark.parametrize(
    ("calendar", "day", "count", "last"),
    [
        (PLAIN, "2026-06-01", 3, "2026-06-04"),
        (PLAIN, "2026-06-03", 3, "2026-06-08"),
        (PLAIN, "2026-06-05", 1, "2026-06-08"),
        (PLAIN, "2026-06-06", 1, "2026-06-08"),
        (NATIONAL_DAY, "2026-09-29", 1, "2026-09-30"),
        (NATIONAL_DAY, "2026-09-29", 3, "2026-10-09"),
        (NATIONAL_DAY, "2026-09-30", 3, "2026-10-10"),
        (NATIONAL_DAY, "2026-10-03", 4, "2026-10-12"),
        (NATIONAL_DAY, "2026-10-03", 0, "2026-10-03"),
    ],
)
def test_period_starts_on_the_day_after(calendar, day, count, last) -> None:
    assert calendar.after(D(day), count) == D(last)


@pytest.mark.parametrize("calendar", [PLAIN, NATIONAL_DAY])
def test_earliest_day_in_time_agrees_with_counting(calendar) -> None:
    days = [D("2026-09-01") + dt.timedelta(days=number) for number in range(60)]
    for today in days[20:40]:
        earliest = calendar.earliest_in_time(on=today, count=3)
        assert [day for day in days if calendar.after(day, 3) >= today] == [day for day in days if day >= earliest]


def test_year_without_an_announcement_is_provisional() -> None:
    assert (NATIONAL_DAY.is_provisional(D("2026-01-02")), NATIONAL_DAY.is_provisional(D("2027-01-04"))) == (False, True)
    assert NATIONAL_DAY.is_working(D("2027-01-01"))


@pytest.mark.parametrize("year", range(2020, 2027))
def test_year_is_known_when_it_is_whole(year) -> None:
    days = {day: works for day, works, _name in announced_days(year)}
    parts = [WorkingCalendar({day: days[day] for day in days if day.month != month}) for month in (1, 5, 10)]

    assert WorkingCalendar(days).known_years == frozenset({year})
    assert [part.known_years for part in parts] == [frozenset()] * 3


@pytest.mark.django_db
def test_seeded_years_are_those_that_were_announced() -> None:
    years = set(CalendarDay.objects.values_list("day__year", flat=True))
    assert years == {year for year in (2025, 2026, 2027) if any(announced_days(year))}


@pytest.mark.django_db
def test_what_an_administrator_loads_counts_at_once(django_assert_num_queries) -> None:
    assert not working_calendar().is_working(D("2026-10-01"))
    CalendarDay.objects.create(day="2027-10-01", is_working=False, name="国庆节")
    with django_assert_num_queries(1):
        calendar = working_calendar()
    assert (calendar.is_working(D("2027-10-01")), calendar.is_working(D("2026-10-10"))) == (False, True)
