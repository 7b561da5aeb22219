"""When a place is stale, at the edges of its limit."""

from __future__ import annotations

import datetime as dt

import pytest

from disclosure_pages.dashboard.enums import Freshness
from disclosure_pages.dashboard.rules import due_on, freshness_on

DAY = dt.date(2026, 6, 1)


@pytest.mark.parametrize(
    ("age", "state"),
    [(0, Freshness.FRESH), (76, Freshness.FRESH), (77, Freshness.SOON), (90, Freshness.SOON), (91, Freshness.STALE)],
)
def test_state_follows_from_age_and_limit(age: int, state: Freshness) -> None:
    assert freshness_on(DAY, newest_on=DAY - dt.timedelta(days=age), limit_days=90) == state


def test_place_without_content_is_empty_and_has_no_day() -> None:
    assert freshness_on(DAY, newest_on=None, limit_days=90) == Freshness.EMPTY
    assert due_on(newest_on=None, limit_days=90) is None
