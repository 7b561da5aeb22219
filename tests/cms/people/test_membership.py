"""A membership is held where its role is held, once, and never breaks the separation of duties."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from cms.people.enums import Role
from cms.people.models import Membership
from cms.people.rules import SEPARATED_ROLES
from tests.factories.people import make_membership, make_user
from tests.factories.tenancy import make_city, make_district, make_unit

pytestmark = pytest.mark.django_db


def places():
    district = make_district(city=make_city())
    return {"unit": make_unit(district), "district": district, "city": district.city}


@pytest.mark.parametrize(
    ("role", "scope"),
    [(Role.EDITOR, "unit"), (Role.DISCLOSURE_OFFICE, "district"), (Role.CITY_AUDITOR, "city"), (Role.OPERATOR, "")],
)
def test_role_is_held_in_its_scope_only(role, scope):
    user, everywhere = make_user(), places()
    for name in (*everywhere, ""):
        membership = Membership(user=user, role=role, **({name: everywhere[name]} if name else {}))
        if name == scope:
            membership.full_clean()
            continue
        with pytest.raises(ValidationError):
            membership.full_clean()


@pytest.mark.parametrize(
    ("role", "scope"),
    [(Role.EDITOR, "unit"), (Role.DISCLOSURE_OFFICE, "district"), (Role.CITY_AUDITOR, "city"), (Role.OPERATOR, "")],
)
def test_role_is_held_once_in_a_place(role, scope):
    user, everywhere = make_user(), places()
    place = {scope: everywhere[scope]} if scope else {}
    make_membership(user, role, **place)
    with pytest.raises(IntegrityError):
        make_membership(user, role, **place)


def test_database_refuses_a_role_out_of_its_scope():
    with pytest.raises(IntegrityError):
        make_membership(make_user(), Role.EDITOR, district=make_district())


@pytest.mark.parametrize("held", sorted(SEPARATED_ROLES))
@pytest.mark.parametrize("wanted", sorted(SEPARATED_ROLES))
def test_separated_roles_never_meet(held, wanted):
    user = make_user()
    make_membership(user, held)
    with pytest.raises(ValidationError):
        Membership(user=user, role=wanted).full_clean()


@pytest.mark.parametrize(
    ("day", "valid"), [("2025-12-31", False), ("2026-01-01", True), ("2026-01-31", True), ("2026-02-01", False)]
)
def test_membership_counts_from_the_first_to_the_last_day(day, valid):
    days = {"starts_on": dt.date(2026, 1, 1), "ends_on": dt.date(2026, 1, 31)}
    make_membership(make_user(), Role.OPERATOR, **days)
    assert Membership.objects.valid(on=dt.date.fromisoformat(day)).exists() is valid
