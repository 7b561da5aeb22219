"""A document's own days, and what counts when several reasons speak at once."""

import datetime as dt

import pytest

from disclosure_pages.documents.force.computing import Cause, Period, force_on, force_periods
from disclosure_pages.documents.force.enums import FORCE_BY_KIND, FORCES_IN_FORCE, KINDS_ABOUT_FORCE, RelationKind
from disclosure_pages.documents.force.facts import DocumentFacts
from tests.disclosure_pages.documents.force.story import ACTOR, TARGET, act, causes, document, forces

NOT_YET, SINCE_1 = ("not_yet", None), ("in_force", 1)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param({}, [NOT_YET, SINCE_1], id="without a term"),
        pytest.param({"expires": 9}, [NOT_YET, SINCE_1, ("expired", 10)], id="the last day is in force"),
        pytest.param({"effective": 9, "expires": 9}, [NOT_YET, ("in_force", 9), ("expired", 10)], id="one day"),
        pytest.param({"effective": None}, [NOT_YET], id="day unknown"),
        pytest.param({"effective": None, "expires": 5}, [NOT_YET, ("expired", 6)], id="day unknown, term over"),
        pytest.param({"effective": 9, "expires": 5}, [NOT_YET, ("expired", 6)], id="term over before it began"),
        pytest.param({"annulled": 5}, [NOT_YET, SINCE_1, ("repealed", 5)], id="annulled"),
        pytest.param({"effective": 9, "annulled": 5}, [NOT_YET, ("repealed", 5)], id="annulled before it began"),
        pytest.param({"effective": None, "annulled": 5}, [NOT_YET, ("repealed", 5)], id="day unknown, annulled"),
        pytest.param({"annulled": 5, "expires": 9}, [NOT_YET, SINCE_1, ("repealed", 5)], id="annulled in its term"),
        pytest.param(
            {"annulled": 9, "expires": 5}, [NOT_YET, SINCE_1, ("expired", 6), ("repealed", 9)], id="annulled after it"
        ),
    ],
)
def test_own_days(facts, expected):
    assert forces([document(TARGET, **facts)]) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, [("effective", None, 1), ("effective", None, 1)]),
        ({"effective": None}, [("none", None, None)]),
        ({"expires": 9}, [("effective", None, 1), ("effective", None, 1), ("expiry", None, 9)]),
        ({"annulled": 1}, [("effective", None, 1), ("annulment", None, 1)]),
    ],
)
def test_causes_of_own_days(facts, expected):
    assert causes([document(TARGET, **facts)]) == expected


HEAVIEST_FIRST = ["repeals", "declares_expired", "partially_repeals", "amends", "extends"]


@pytest.mark.parametrize("lighter", range(1, len(HEAVIEST_FIRST)))
def test_heavier_act_wins(lighter):
    acts = [act(kind, 5, key=key) for key, kind in enumerate(HEAVIEST_FIRST[lighter - 1 :])]

    assert forces([document(ACTOR), document(TARGET)], acts)[2:] == [(FORCE_BY_KIND[acts[0].kind], 5)]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("repeals", [NOT_YET, ("repealed", 5)]),
        ("declares_expired", [NOT_YET, ("expired", 5)]),
        ("amends", [NOT_YET, ("amended", 9)]),
        ("partially_repeals", [NOT_YET, ("partially_repealed", 9)]),
        ("extends", [NOT_YET, ("in_force", 9)]),
    ],
)
def test_act_before_its_target_is_in_force(kind, expected):
    assert forces([document(ACTOR), document(TARGET, effective=9)], [act(kind, 5)]) == expected


@pytest.mark.parametrize(
    ("kind", "counts"), [("repeals", 5), ("declares_expired", 5), ("amends", 7), ("partially_repeals", 7)]
)
def test_first_end_and_last_change_are_the_cause(kind, counts):
    found = causes([document(ACTOR), document(TARGET)], [act(kind, 5), act(kind, 7)])

    assert found[-1] == ("relation", counts, counts)


@pytest.mark.parametrize(
    ("declared", "cause"), [(9, ("relation", 9, 9)), (10, ("expiry", None, 9)), (11, ("expiry", None, 9))]
)
def test_first_of_term_and_declaration_is_the_cause(declared, cause):
    found = causes([document(ACTOR), document(TARGET, expires=9)], [act("declares_expired", declared)])

    assert found[2:] == [cause]


def test_annulment_is_the_cause_even_after_a_repeal():
    found = causes([document(ACTOR), document(TARGET, annulled=9)], [act("repeals", 5)])

    assert found[2:] == [("relation", 5, 5), ("annulment", None, 9)]


@pytest.mark.parametrize("kind", sorted(set(RelationKind.values) - KINDS_ABOUT_FORCE))
def test_other_relations_say_nothing_about_force(kind):
    assert forces([document(ACTOR), document(TARGET)], [act(kind, 5)]) == [NOT_YET, SINCE_1]


def test_kinds_are_all_in_the_table():
    assert set(FORCE_BY_KIND) == set(RelationKind.values)
    assert {force for force in FORCE_BY_KIND.values() if force in FORCES_IN_FORCE} == FORCES_IN_FORCE


def test_first_and_last_day_of_the_calendar_are_days():
    facts = DocumentFacts(key=TARGET, effective_on=dt.date.min, expires_on=dt.date.max)
    cause = Cause(kind="effective", day=dt.date.min)

    assert force_periods([facts], []) == {TARGET: [Period(force="in_force", starts_on=None, ends_on=None, cause=cause)]}


@pytest.mark.parametrize(
    ("on", "force"), [(-99, "not_yet"), (0, "not_yet"), (1, "in_force"), (9, "in_force"), (10, "expired")]
)
def test_force_on_a_day(on, force):
    periods = force_periods([document(TARGET, expires=9)], [])[TARGET]

    assert force_on(periods, dt.date(2023, 12, 31) + dt.timedelta(days=on)).force == force
