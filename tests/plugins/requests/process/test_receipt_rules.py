"""Art. 31, way by way."""

import datetime as dt

import pytest

from plugins.contrib.requests.enums import Channel
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.process.receipt_rules import RULES, receipt_day

CAME, CONFIRMED = dt.date(2026, 3, 2), dt.date(2026, 3, 4)
AT_ONCE = [Channel.IN_PERSON, Channel.REGISTERED_POST]
LATER = [Channel.ORDINARY_POST, Channel.WEB, Channel.FAX, Channel.EMAIL]


@pytest.mark.parametrize("channel", AT_ONCE)
def test_what_is_handed_in_or_signed_for_counts_from_that_day(channel):
    assert receipt_day(channel, arrived_on=CAME) == CAME
    assert receipt_day(channel, arrived_on=CAME, confirmed_on=CONFIRMED) == CAME


@pytest.mark.parametrize("channel", LATER)
def test_all_else_counts_from_the_day_both_confirm(channel):
    assert receipt_day(channel, arrived_on=CAME) is None
    assert receipt_day(channel, arrived_on=CAME, confirmed_on=CAME) == CAME
    assert receipt_day(channel, arrived_on=CAME, confirmed_on=CONFIRMED) == CONFIRMED


@pytest.mark.parametrize("channel", LATER)
def test_nothing_is_confirmed_before_it_came(channel):
    with pytest.raises(CaseRefused, match="2026-03-04"):
        receipt_day(channel, arrived_on=CONFIRMED, confirmed_on=CAME)


def test_every_way_has_a_rule():
    assert set(RULES) == set(Channel)
    assert all(rule.advice for rule in RULES.values())
