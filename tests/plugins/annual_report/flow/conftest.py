"""A district with two units and people of each side; the plug-in is on."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from cms.people.enums import Role
from disclosure_pages.tree.enums import ColumnPurpose
from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.domain.switching import enable
from tests.factories.pages import publish
from tests.factories.people import make_person
from tests.factories.tenancy import make_city, make_district, make_unit
from tests.factories.tree import make_column, make_home, make_section
from tests.plugins.annual_report.reports import make_report

YEAR, TODAY = 2025, dt.date(2026, 1, 20)


@pytest.fixture
def city(db):
    return make_city(name="样例市", slug="sample-city")


@pytest.fixture
def district(city):
    found = make_district(city=city, name="甲区", slug="jia")
    enable("annual-report", district=found, user=None)
    return found


@pytest.fixture
def unit(district):
    return make_unit(district, name="区教育局", code="jyj")


@pytest.fixture
def report(unit):
    """The report of the unit, in which nothing stands yet."""
    return begin_report(owner=unit, year=YEAR, today=TODAY)


@pytest.fixture
def officer(unit):
    return make_person(Role.REQUEST_OFFICER, "officer", unit=unit)


@pytest.fixture
def office(district):
    return make_person(Role.DISCLOSURE_OFFICE, "office", district=district)


@pytest.fixture
def auditor(city):
    return make_person(Role.CITY_AUDITOR, "auditor", city=city)


@pytest.fixture
def section(district):
    """Where the district's own reports are published."""
    make_home(district)
    return make_section(column=make_column("年报", district=district, purpose=ColumnPurpose.ANNUAL_REPORT))


@pytest.fixture
def page(section):
    return publish(make_report(section))


@pytest.fixture
def visitor():
    return Client(headers={"host": "localhost"})
