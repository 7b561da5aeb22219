"""A district with two units and people of each side; the plug-in is on."""

from __future__ import annotations

import datetime as dt

import pytest

from cms.people.enums import Role
from disclosure_pages.documents.models import DocumentKind, LegalRecord
from plugins.contrib.annual_report.domain.beginning import begin_report
from plugins.domain.switching import enable
from tests.factories.people import make_person
from tests.factories.tenancy import make_city, make_district, make_unit

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
    """With a document of long ago, from which on the library is known to be whole."""
    found = make_unit(district, name="区教育局", code="jyj")
    kind = DocumentKind.objects.get(code="normative-office")
    LegalRecord.objects.create(
        district=district, unit=found, title="旧文件", issuer=found.name, kind=kind, issued_on=dt.date(2015, 1, 1)
    )
    return found


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
