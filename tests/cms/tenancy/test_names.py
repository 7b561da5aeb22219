"""One name means one unit of a district, and what that rests on."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from cms.tenancy.models import CollectiveMember, Unit, UnitAlias
from tests.factories.tenancy import make_alias, make_collective, make_district, make_unit

pytestmark = pytest.mark.django_db


@pytest.fixture
def district():
    return make_district()


def errors_of(row):
    with pytest.raises(ValidationError) as refusal:
        row.full_clean()
    return set(refusal.value.error_dict)


def test_unit_refuses_the_alias_of_another_unit(district):
    make_alias(make_unit(district), name="区教育局")
    assert errors_of(Unit(district=district, code="b1", name="区教育局")) == {"name"}


def test_unit_takes_a_name_that_another_district_uses(district):
    make_unit(name="区教育局", code="jyj")
    Unit(district=district, code="jyj", name="区教育局").full_clean()


@pytest.mark.parametrize("name", ["区 教育局", "甲、乙", "甲，乙", "甲;乙", "甲\n乙"])
def test_name_that_the_table_would_split_is_refused(district, name):
    unit = make_unit(district)
    assert errors_of(Unit(district=district, code="b1", name=name)) == {"name"}
    assert errors_of(UnitAlias(unit=unit, name=name)) == {"name"}


def test_alias_refuses_the_name_or_alias_of_another_unit(district):
    unit, other = make_unit(district), make_unit(district, name="区教育局")
    make_alias(other, name="教育局")
    assert errors_of(UnitAlias(unit=unit, name="区教育局")) == {"name"}
    assert errors_of(UnitAlias(unit=unit, name="教育局")) == {"name"}


def test_alias_takes_the_name_of_a_unit_that_was_merged_into_its_own(district):
    unit = make_unit(district)
    make_unit(district, name="区旧局", merged_into=unit)
    UnitAlias(unit=unit, name="区旧局").full_clean()


def test_superior_unit_is_of_the_same_district_and_not_below(district):
    top = make_unit(district)
    below = make_unit(district, parent=top)
    top.parent = below
    assert errors_of(top) == {"parent"}
    assert errors_of(Unit(district=district, code="x1", name="局", parent=make_unit())) == {"parent"}


def test_collective_takes_units_of_its_own_district_only(district):
    assert errors_of(CollectiveMember(collective=make_collective(district), unit=make_unit())) == {"unit"}


def test_days_of_a_unit_are_in_order(district):
    with pytest.raises(IntegrityError):
        make_unit(district, active_from=dt.date(2026, 2, 1), active_to=dt.date(2026, 1, 1))


@pytest.mark.parametrize(
    ("day", "exists"), [("2025-12-31", False), ("2026-01-01", True), ("2026-01-31", True), ("2026-02-01", False)]
)
def test_unit_exists_from_the_first_to_the_last_day(district, day, exists):
    unit = make_unit(district, active_from=dt.date(2026, 1, 1), active_to=dt.date(2026, 1, 31))
    on = dt.date.fromisoformat(day)
    assert unit.is_active(on=on) is exists
    assert Unit.objects.active(on=on).exists() is exists


def test_merged_unit_exists_no_more(district):
    unit = make_unit(district, merged_into=make_unit(district))
    assert not unit.is_active(on=dt.date(2026, 1, 1))
    assert unit not in Unit.objects.active(on=dt.date(2026, 1, 1))


@pytest.mark.parametrize(
    ("year", "there"), [(2023, {"ended"}), (2024, {"ended", "merged"}), (2025, {"merged", "new"}), (2026, {"new"})]
)
def test_units_of_a_year_are_those_that_existed_on_any_of_its_days(district, year, there):
    into = make_unit(make_district())
    make_unit(district, name="ended", active_to=dt.date(2024, 1, 1))
    make_unit(
        district, name="merged", active_from=dt.date(2024, 12, 31), active_to=dt.date(2025, 1, 1), merged_into=into
    )
    make_unit(district, name="new", active_from=dt.date(2025, 12, 31))
    make_unit(district, name="merged long ago", merged_into=into)
    found = Unit.objects.of_district(district).active_between(dt.date(year, 1, 1), dt.date(year, 12, 31))
    assert {one.name for one in found} == there
