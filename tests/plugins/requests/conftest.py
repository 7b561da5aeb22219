"""A district where the plug-in is on, with its disclosure office, a unit, and an officer of the unit."""

from __future__ import annotations

import datetime as dt

import pytest

from cms.people.enums import Role
from cms.people.models import User
from cms.tenancy.models import District, Unit
from plugins.contrib.requests.domain.handling import receiving
from plugins.contrib.requests.models import Case
from plugins.domain.switching import enable
from tests.factories.cases import make_case
from tests.factories.people import make_person
from tests.factories.tenancy import make_city, make_district, make_unit

#: A Monday; nothing is announced for its year, so weekdays alone decide.
DAY = dt.date(2026, 3, 2)


@pytest.fixture
def district(db) -> District:
    district = make_district(city=make_city(name="样例市", slug="sample-city"), name="甲区", slug="jia")
    enable("requests", district=district, user=None)
    return district


@pytest.fixture
def unit(district) -> Unit:
    return make_unit(district, name="甲局", code="jia-ju")


@pytest.fixture
def office(district) -> User:
    return make_person(Role.DISCLOSURE_OFFICE, "office", district=district)


@pytest.fixture
def other_office(district) -> User:
    return make_person(Role.DISCLOSURE_OFFICE, "other-office", district=district)


@pytest.fixture
def officer(unit) -> User:
    return make_person(Role.REQUEST_OFFICER, "officer", unit=unit)


@pytest.fixture
def case(district, unit) -> Case:
    """It has just come."""
    return make_case(district, unit, on=DAY)


@pytest.fixture
def received(case, officer) -> Case:
    return receiving.receive_case(case=case, arrived_on=DAY, user=officer)


@pytest.fixture
def accepted(received, officer) -> Case:
    return receiving.accept_case(case=received, user=officer, day=DAY)
