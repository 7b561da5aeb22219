"""The sample plug-in in a district where it is on, beside one where it is off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from cms.tenancy.models import District
from plugins import incidents
from plugins.calling import end_all_pauses
from plugins.domain.switching import enable
from tests.factories.pages import make_published
from tests.factories.tenancy import make_city, make_district
from tests.factories.tree import make_column, make_home, make_section
from tests.plugins.sample.models import NoticePage


@dataclass(frozen=True)
class Two:
    """Two districts of a city, each with a public notice of the sample's kind; the plug-in is on ``here`` only."""

    here: District
    there: District
    notices: dict[int, Any]

    def notice(self, district: District) -> Any:
        return self.notices[district.pk]


@pytest.fixture
def two(db) -> Two:
    """See :class:`Two`."""
    city = make_city()
    districts = [make_district(city=city) for _ in range(2)]
    notices = {}
    for district in districts:
        make_home(district)
        enable("sample", district=district, user=None)
        section = make_section(column=make_column(district=district))
        fields = {"where": "社区广场", "body": "<p>周六停水。</p>"}
        notices[district.pk] = make_published("停水公告", section=section, kind=NoticePage, **fields)
    here, there = districts
    from plugins.domain.switching import disable

    disable("sample", district=there, user=None)
    return Two(here, there, notices)


@pytest.fixture
def visitor() -> Client:
    """Somebody who is not signed in, at the city's own host."""
    return Client(headers={"host": "localhost"})


@pytest.fixture(autouse=True)
def no_pauses():
    """Each test starts with patience."""
    end_all_pauses()
    incidents._written.clear()
    yield
    end_all_pauses()
