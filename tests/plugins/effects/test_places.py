"""Districts and cities are named by their slug; a wrong one is answered with those that there are."""

import pytest

from plugins.api import City, District, Refused, place_called
from tests.factories.tenancy import make_city, make_district

pytestmark = pytest.mark.django_db


def test_place_is_found_by_its_slug() -> None:
    district = make_district(city=make_city(name="样例市", slug="sample-city"), name="甲区", slug="jia")

    assert (place_called(District, "jia"), place_called(City, "sample-city")) == (district, district.city)


@pytest.mark.parametrize(("kind", "slug", "known"), [(District, "sample-city", "jia"), (City, "jia", "sample-city")])
def test_place_that_is_not_there_is_refused_with_those_that_are(kind, slug, known) -> None:
    make_district(city=make_city(name="样例市", slug="sample-city"), name="甲区", slug="jia")

    with pytest.raises(Refused, match=f"{slug}.*{known}"):
        place_called(kind, slug)
