"""A district where the plug-in is on, its column for annual reports, and a public report on two years."""

from __future__ import annotations

import pytest
from django.test import Client

from cms.people.enums import Role
from disclosure_pages.tree.enums import ColumnPurpose
from plugins.domain.switching import enable
from tests.factories.pages import publish
from tests.factories.people import make_person
from tests.factories.tenancy import make_city, make_district
from tests.factories.tree import make_column, make_home, make_section
from tests.plugins.annual_report.reports import make_report


@pytest.fixture
def district(db):
    found = make_district(city=make_city(name="样例市", slug="sample-city"), name="甲区", slug="jia")
    enable("annual-report", district=found, user=None)
    return found


@pytest.fixture
def office(district):
    return make_person(Role.DISCLOSURE_OFFICE, "office", district=district)


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
