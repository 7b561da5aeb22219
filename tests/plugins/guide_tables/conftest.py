"""A district where the plug-in is on, beside one where it is off; a public table in the first."""

import pytest
from django.test import Client

from plugins.domain.switching import enable
from tests.factories.pages import publish
from tests.factories.people import make_editor
from tests.factories.tenancy import make_city, make_district
from tests.factories.tree import make_column, make_home, make_section
from tests.plugins.guide_tables.tables import make_table


@pytest.fixture
def district(db):
    place = make_district(city=make_city(), name="甲区", slug="jia")
    make_home(place)
    enable("guide-tables", district=place, user=None)
    return place


@pytest.fixture
def section(district):
    return make_section(column=make_column(district=district))


@pytest.fixture
def draft(section):
    return make_table(section)


@pytest.fixture
def published(draft):
    return publish(draft)


@pytest.fixture
def visitor():
    return Client(headers={"host": "localhost"})


@pytest.fixture
def editor(section):
    client = Client()
    client.force_login(make_editor(section.unit))
    return client
