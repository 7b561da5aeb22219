"""What an assignment waits for, by when, and how far it is."""

import datetime as dt

import pytest

from plugins.contrib.item_catalogue.process.states import ItemState, Step, Tone
from plugins.contrib.item_catalogue.process.steps import open_steps, percent_of, tone_of

TODAY = dt.date(2026, 3, 10)


@pytest.mark.parametrize(
    ("counts", "is_adopted", "steps"),
    [
        ({}, False, [Step.DRAFT]),
        ({}, True, [Step.ADAPT]),
        ({"draft": 1, "accepted": 5}, False, [Step.DRAFT]),
        ({"returned": 1, "submitted": 1}, False, [Step.DRAFT, Step.AUDIT]),
        ({"submitted": 1, "accepted": 1}, False, [Step.AUDIT]),
        ({"accepted": 2}, False, [Step.ADOPT]),
        ({"adapting": 1, "adapted": 1}, True, [Step.ADAPT, Step.APPROVE]),
        ({"approved": 3}, True, [Step.PUBLISH]),
    ],
)
def test_open_steps(counts, is_adopted, steps):
    assert list(open_steps(counts, is_adopted=is_adopted, is_published=False)) == steps


def test_published_is_done():
    assert open_steps({"published": 2}, is_adopted=True, is_published=True) == (Step.DONE,)


@pytest.mark.parametrize(
    ("counts", "percent"),
    [({}, 0), ({"draft": 2}, 0), ({"draft": 1, "accepted": 1}, 25), ({"approved": 2}, 90), ({"published": 3}, 100)],
)
def test_percent(counts, percent):
    assert percent_of(counts) == percent


def test_no_state_takes_an_item_back_further_than_its_step():
    order = [ItemState.DRAFT, ItemState.SUBMITTED, ItemState.ACCEPTED, ItemState.ADAPTED, ItemState.APPROVED]
    percents = [percent_of({state: 1}) for state in order]

    assert percents == sorted(set(percents))


@pytest.mark.parametrize(
    ("due", "tone"),
    [
        (TODAY - dt.timedelta(1), Tone.OVERDUE),
        (TODAY, Tone.SOON),
        (TODAY + dt.timedelta(5), Tone.SOON),
        (TODAY + dt.timedelta(6), Tone.FINE),
        (None, Tone.DONE),
    ],
)
def test_tone(due, tone):
    assert tone_of(due, today=TODAY) == tone
