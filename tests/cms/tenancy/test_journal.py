"""A journal takes rows back exactly, and knows when it must not."""

import json

import pytest

from cms.tenancy.domain.journal import Journal, later_changes, take_back
from cms.tenancy.models import Unit, UnitAlias
from tests.factories.tenancy import make_alias, make_district, make_unit

pytestmark = pytest.mark.django_db


def rows():
    return [sorted(model.objects.values_list()) for model in (Unit, UnitAlias)]


def stored(journal):
    """As it comes back from the database."""
    return json.loads(json.dumps(journal.entries))


def busy_journal():
    """Every kind of write, twice on the same row."""
    unit, other = make_unit(name="甲局"), make_unit(active_from="2026-01-01")
    alias = make_alias(unit)
    before, journal = rows(), Journal(reason="because")
    journal.change(unit, name="乙局", parent_id=other.pk)
    journal.change(unit, name="丙局")
    journal.delete(alias)
    journal.create(UnitAlias(unit=other, name="甲局"))
    journal.update(Unit.objects.filter(pk=other.pk), full_name="全称", active_from=None)
    return before, journal, unit


def test_everything_is_taken_back():
    before, journal, _unit = busy_journal()
    assert rows() != before
    assert later_changes(stored(journal)) == []
    take_back(stored(journal))
    assert rows() == before


def test_history_keeps_the_reason():
    _before, journal, unit = busy_journal()
    assert unit.history.first().history_change_reason == "because"
    take_back(stored(journal), reason="undone")
    assert unit.history.first().history_change_reason == "undone"


def test_later_change_of_a_written_field_is_found():
    _before, journal, unit = busy_journal()
    Unit.objects.filter(pk=unit.pk).update(name="丁局")
    assert later_changes(stored(journal)) == [(Unit, unit.pk)]


def test_later_change_of_another_field_is_no_matter():
    _before, journal, unit = busy_journal()
    Unit.objects.filter(pk=unit.pk).update(full_name="丁局")
    assert later_changes(stored(journal)) == []
    take_back(stored(journal))
    assert Unit.objects.get(pk=unit.pk).full_name == "丁局"


def test_row_that_is_gone_or_back_is_found():
    unit = make_unit()
    alias, journal = make_alias(unit), Journal()
    deleted = alias.pk
    journal.delete(alias)
    made = UnitAlias(unit=unit, name="甲")
    journal.create(made)
    UnitAlias.objects.create(pk=deleted, unit=unit, name="乙")
    UnitAlias.objects.filter(pk=made.pk).delete()
    assert set(later_changes(stored(journal))) == {(UnitAlias, deleted), (UnitAlias, made.pk)}


def test_row_that_follows_is_left_where_it_went():
    first, second = make_unit(full_name="甲"), make_unit(full_name="甲")
    journal = Journal()
    journal.update(Unit.objects.all(), follows=True, full_name="乙")
    Unit.objects.filter(pk=second.pk).update(full_name="丙")
    assert later_changes(stored(journal)) == []
    take_back(stored(journal))
    assert [Unit.objects.get(pk=unit.pk).full_name for unit in (first, second)] == ["甲", "丙"]


def test_bulk_update_of_nothing_writes_nothing():
    journal = Journal()
    assert journal.update(Unit.objects.filter(district=make_district()), full_name="乙") == 0
    assert journal.entries == []
