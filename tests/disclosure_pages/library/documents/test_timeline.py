"""The timeline as geometry."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_pages.documents.force.facts import Cause, Period
from disclosure_pages.library.documents.timeline import LEAST_WIDTH, draw_timeline, stretch

DAY = dt.date(2026, 6, 1)


def periods_of(*changes: tuple[dt.date | None, str]) -> list[Period]:
    ends = [day - dt.timedelta(days=1) for day, _force in changes[1:] if day] + [None]
    return [
        Period(force=force, starts_on=day, ends_on=end, cause=Cause())
        for (day, force), end in zip(changes, ends, strict=True)
    ]


LIFE = periods_of((None, "not_yet"), (dt.date(2020, 1, 1), "in_force"), (dt.date(2024, 1, 1), "repealed"))


def test_bars_stand_side_by_side() -> None:
    bars = draw_timeline(LIFE, today=DAY).bars
    assert [(bar.number, bar.force, bar.is_in_force, bar.is_current) for bar in bars] == [
        (1, "not_yet", False, False),
        (2, "in_force", True, False),
        (3, "repealed", False, True),
    ]
    assert [round(bar.x + bar.width, 1) for bar in bars[:-1]] == [round(bar.x, 1) for bar in bars[1:]]
    assert round(bars[-1].x + bars[-1].width, 1) == 100


def test_lengths_are_proportional_to_time() -> None:
    bars = draw_timeline(LIFE, today=dt.date(2024, 1, 1)).bars
    assert bars[1].width / bars[2].width == pytest.approx(4, abs=0.05)


def test_today_stands_where_it_falls() -> None:
    assert draw_timeline(LIFE, today=dt.date(2022, 1, 1)).today == pytest.approx(50, abs=0.5)
    assert draw_timeline(periods_of((None, "not_yet")), today=DAY).today == pytest.approx(50, abs=0.5)


def test_day_long_period_can_be_told() -> None:
    life = periods_of((None, "not_yet"), (DAY, "in_force"), (DAY + dt.timedelta(days=1), "repealed"))
    assert draw_timeline(life, today=DAY).bars[1].width == LEAST_WIDTH


def test_ends_of_the_calendar_are_no_trouble() -> None:
    life = periods_of((None, "in_force"), (dt.date.max, "expired"))
    assert draw_timeline(life, today=dt.date.min).bars[0].x == 0


@given(st.lists(st.integers(0, 40_000), min_size=1, max_size=60))
def test_widths_fill_the_picture(days) -> None:
    widths = stretch(days)
    assert sum(widths) == pytest.approx(100)
    assert min(widths) >= min(LEAST_WIDTH, 100 / len(days)) - 1e-6
