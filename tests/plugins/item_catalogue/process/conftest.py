"""A field in work: a district with an office, a city with auditors, two drafted items."""

from __future__ import annotations

import datetime as dt

import pytest

from cms.people.enums import Role
from cms.people.models import User
from plugins.contrib.item_catalogue.domain.importing import import_catalogue
from plugins.contrib.item_catalogue.domain.process.assigning import DueDays, assign_field
from plugins.contrib.item_catalogue.models import Assignment
from plugins.domain.switching import enable
from tests.factories.people import make_person
from tests.factories.tree import make_home
from tests.plugins.item_catalogue.rows import make_entry, make_sheet

DUE = DueDays(dt.date(2026, 3, 10), dt.date(2026, 3, 20), dt.date(2026, 4, 10), dt.date(2026, 4, 20))

#: The last day of those who have left.
GONE = dt.date(2020, 1, 2)


@pytest.fixture
def assignment(field, district) -> Assignment:
    """Items 甲 and 乙, both being drafted; the plug-in is on."""
    make_home(district)
    enable("item-catalogue", district=district, user=None)
    import_catalogue(field=field, owner=district, sheet=make_sheet(make_entry("甲"), make_entry("乙", number="2")))
    return assign_field(field=field, district=district, due=DUE)


@pytest.fixture
def office(district) -> User:
    return make_person(Role.DISCLOSURE_OFFICE, "office", district=district)


@pytest.fixture
def auditor(city) -> User:
    return make_person(Role.CITY_AUDITOR, "auditor", city=city)
