"""Two districts of a city: in one disclosure on request is on."""

import pytest
from django.core.cache import cache

from plugins.domain.switching import enable
from tests.factories.tenancy import make_city, make_district, make_unit
from tests.factories.tree import make_home


@pytest.fixture(autouse=True)
def _nobody_asked_before() -> None:
    cache.clear()


@pytest.fixture
def city(db):
    return make_city(name="样例市", slug="sample-city")


@pytest.fixture
def district(city):
    district = make_district(city=city, name="甲区", slug="jia")
    make_home(district)
    enable("requests", district=district, user=None)
    return district


@pytest.fixture
def other(city):
    """A district of the same city that does not have it."""
    district = make_district(city=city, name="乙区", slug="yi")
    make_home(district)
    return district


@pytest.fixture
def unit(district):
    return make_unit(district, name="区教育局", full_name="甲区教育局", code="jyj")
