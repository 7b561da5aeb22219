"""A city with a district, and a field."""

import pytest

from plugins.contrib.item_catalogue.models import Field
from plugins.domain.switching import enable
from tests.factories.tenancy import make_city, make_district


@pytest.fixture
def city(db):
    return make_city(name="样例市", slug="sample-city")


@pytest.fixture
def district(city):
    return make_district(city=city, name="甲区", slug="jia")


@pytest.fixture
def on(district):
    """The plug-in is on in the district."""
    enable("item-catalogue", district=district, user=None)
    return district


@pytest.fixture
def field(db):
    return Field.objects.get(code="elderly-care")
