import datetime as dt

import pytest

from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.process.acts import Act, Fact
from plugins.contrib.requests.process.facts import NEEDS, check_day, check_facts

DAY = dt.date(2026, 3, 2)
FULL = {
    **{fact.value: "x" for fact in Fact},
    "day": DAY,
    "days": 20,
    "period": 10,
}


@pytest.mark.parametrize(("act", "fact"), [(act, fact) for act, facts in NEEDS.items() for fact in facts])
def test_missing_fact_is_named(act, fact):
    check_facts(act, FULL)
    with pytest.raises(CaseRefused, match=str(fact.label)):
        check_facts(act, {**FULL, fact.value: None})


@pytest.mark.parametrize(("days", "is_right"), [(1, True), (20, True), (21, False), (-1, False)])
def test_extension_is_of_twenty_days_at_most(days, is_right):
    if is_right:
        check_facts(Act.EXTEND, {**FULL, "days": days})
        return
    with pytest.raises(CaseRefused, match="20"):
        check_facts(Act.EXTEND, {**FULL, "days": days})


def test_day_is_between_what_it_follows_and_today():
    check_day(DAY, earliest=DAY, today=DAY)
    with pytest.raises(CaseRefused, match="2026-03-02"):
        check_day(DAY, earliest=dt.date(2026, 3, 3), today=dt.date(2026, 3, 9))
    with pytest.raises(CaseRefused, match="2026-03-02"):
        check_day(DAY, earliest=None, today=dt.date(2026, 3, 1))
