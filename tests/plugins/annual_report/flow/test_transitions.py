"""Who may do what with a report in each state, at each level: the table, asked of the real acts."""

from __future__ import annotations

import itertools

import pytest

from cms.people.enums import Role
from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.contrib.annual_report.domain.moving import MOVES, move_report
from plugins.contrib.annual_report.domain.people import roles_at
from plugins.contrib.annual_report.enums import Act, Level, ReportState
from plugins.contrib.annual_report.exceptions import ReportIncomplete, ReportRefused
from plugins.contrib.annual_report.models import Report
from plugins.contrib.annual_report.transitions import TABLE, possible_acts, transition
from tests.factories.people import make_person
from tests.factories.tenancy import make_city, make_district, make_unit

from .conftest import TODAY, YEAR

UNIT_ROLES = {Role.REQUEST_OFFICER, Role.EDITOR}
FILLS = {
    Level.UNIT: UNIT_ROLES,
    Level.DISTRICT: {Role.DISCLOSURE_OFFICE},
    Level.CITY: {Role.CITY_AUDITOR},
}
JUDGES = {
    Level.UNIT: {Role.DISCLOSURE_OFFICE},
    Level.DISTRICT: {Role.CITY_AUDITOR},
    Level.CITY: {Role.CITY_AUDITOR},
}
OPEN = ("draft", "returned")
#: Act → in which states, and whether by those who fill.
EXPECTED = {
    Act.FILL: (OPEN, FILLS),
    Act.COUNT: (OPEN, FILLS),
    Act.SUBMIT: (OPEN, FILLS),
    Act.TAKE_BACK: (("submitted",), FILLS),
    Act.ACCEPT: (("submitted",), JUDGES),
    Act.RETURN: (("submitted", "accepted", "published"), JUDGES),
    Act.PUBLISH: (("accepted",), FILLS),
    Act.WITHDRAW: (("published",), FILLS),
}
EARLY = {(Level.DISTRICT, "submitted", Act.PUBLISH), (Level.CITY, "submitted", Act.PUBLISH)}

PLACES = list(itertools.product(Level, ReportState))


def is_expected(level, state, act, role):
    states, who = EXPECTED[act]
    if (level, state, act) in EARLY:
        return role in FILLS[level]
    return state in states and role in who[level]


@pytest.mark.parametrize(("level", "state"), PLACES)
def test_every_act_of_every_role_is_as_expected(level, state):
    for act, role in itertools.product(Act, Role):
        expected = is_expected(level, state, act, role)
        assert (act in possible_acts(level, state, {role})) == expected, (act, role)
        if not expected:
            with pytest.raises(ReportRefused):
                transition(level, state, act, {role})


def test_table_has_each_transition_once():
    keys = [(level, one.state, one.act) for one in TABLE for level in one.levels]
    assert len(keys) == len(set(keys))


@pytest.fixture
def people(unit, district, city):
    """Role → somebody who holds it here, and somebody who holds it elsewhere."""
    away = make_district(city=make_city())
    places = {
        Role.EDITOR: ({"unit": unit}, {"unit": make_unit(district)}),
        Role.REQUEST_OFFICER: ({"unit": unit}, {"unit": make_unit(away)}),
        Role.DISCLOSURE_OFFICE: ({"district": district}, {"district": away}),
        Role.CITY_AUDITOR: ({"city": city}, {"city": away.city}),
    }
    return {role: [make_person(role, **place) for place in both] for role, both in places.items()}


@pytest.mark.parametrize(("level", "state"), PLACES)
def test_every_move_by_everybody_is_judged_by_the_table(people, unit, district, city, level, state):
    owner = {Level.UNIT: unit, Level.DISTRICT: district, Level.CITY: city}[level]
    report = begin_report(owner=owner, year=YEAR, today=TODAY)
    days = {"submitted_on": TODAY, "accepted_on": TODAY}
    for act, (role, (here, elsewhere)) in itertools.product(MOVES, people.items()):
        for person in (here, elsewhere):
            Report.objects.filter(pk=report.pk).update(state=state, reason="x", **days)
            expected = person is here and is_expected(level, state, act, role)
            assert _is_done(report, act, person) == expected, (act, role, person is here)


def _is_done(report, act, person):
    try:
        move_report(report=report, act=act, user=person, today=TODAY, reason="请核对")
    except ReportIncomplete:
        return True  # the table let it pass, the figures do not
    except ReportRefused:
        return False
    return True


def test_nobody_elsewhere_is_anything_to_a_report(people, report):
    held = {role: [roles_at(report, person) for person in both] for role, both in people.items()}
    assert held == {role: [frozenset({role}), frozenset()] for role in people}


def test_reports_that_are_visible_are_those_of_ones_place(people, report, district, city):
    own = begin_report(owner=district, year=YEAR, today=TODAY)
    whole = begin_report(owner=city, year=YEAR, today=TODAY)
    seen = {role: [set(Report.objects.visible_to(person)) for person in both] for role, both in people.items()}
    assert seen == {
        Role.EDITOR: [{report}, set()],
        Role.REQUEST_OFFICER: [{report}, set()],
        Role.DISCLOSURE_OFFICE: [{report, own}, set()],
        Role.CITY_AUDITOR: [{report, own, whole}, set()],
    }


def test_return_needs_a_reason(report, office):
    Report.objects.filter(pk=report.pk).update(state="submitted", submitted_on=TODAY)
    with pytest.raises(ReportRefused, match="请说明退回理由"):
        move_report(report=report, act=Act.RETURN, user=office, today=TODAY, reason=" ")
