"""Two districts with one row in each register."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from cms.calendar.models import CalendarDay
from cms.people.models import User
from tests.factories.people import make_editor
from tests.factories.tenancy import make_alias, make_collective, make_district, make_unit

PATHS = {
    "city": "cities",
    "district": "districts",
    "unit": "units",
    "unitalias": "aliases",
    "unitcollective": "collectives",
    "collectivemember": "collective-members",
    "membership": "memberships",
    "calendarday": "calendar-days",
}


def make_world(name: str) -> dict[str, Any]:
    district = make_district(name=f"{name}区", slug=name)
    unit = make_unit(district, name=f"{name}局", code=f"{name}ju")
    alias = make_alias(unit, name=f"{name}别名")
    collective = make_collective(district, unit, name=f"{name}各单位", is_sample=True)
    editor = make_editor(unit, f"{name}-editor")
    return {
        "city": district.city,
        "district": district,
        "unit": unit,
        "unitalias": alias,
        "unitcollective": collective,
        "collectivemember": collective.members.get(),
        "membership": editor.memberships.get(),
        "calendarday": CalendarDay.objects.get(day=f"2026-10-0{1 + len(name) % 3}"),
    }


@pytest.fixture
def jia(db: None) -> dict[str, Any]:
    return make_world("jia")


@pytest.fixture
def yi(db: None) -> dict[str, Any]:
    return make_world("yi")


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(register: str, *rest: object) -> str:
    return "/".join(["/admin/registers", PATHS[register], *map(str, rest)]).rstrip("/") + "/"
