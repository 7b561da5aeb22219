"""Common elements are settled, districts adapt, and publish."""

import datetime as dt

import pytest

from cms.people.enums import Role
from plugins.contrib.item_catalogue.domain.importing import import_catalogue
from plugins.contrib.item_catalogue.domain.keeping import records_of
from plugins.contrib.item_catalogue.domain.process.assigning import assign_field
from plugins.contrib.item_catalogue.domain.process.settling import settle_common_elements
from plugins.contrib.item_catalogue.domain.publishing import publish_version
from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Assignment, Catalogue
from plugins.contrib.item_catalogue.process.states import Act
from plugins.domain.switching import enable
from tests.factories.people import make_person
from tests.factories.tenancy import make_district
from tests.plugins.item_catalogue.rows import make_entry, make_sheet

from .conftest import DUE
from .walking import DAY, accept_all, approve_all, do, settle, states

LATER = dt.date(2026, 6, 1)


@pytest.fixture
def second(city, field):
    """Another district of the city that drafts the same field, with one item of its own."""
    district = make_district(city=city, name="乙区", slug="yi")
    enable("item-catalogue", district=district, user=None)
    sheet = make_sheet(make_entry("甲", content="乙区要素", body="乙区局"), make_entry("乙区自有"))
    import_catalogue(field=field, owner=district, sheet=sheet)
    return assign_field(field=field, district=district, due=DUE)


@pytest.fixture
def second_office(second):
    return make_person(Role.DISCLOSURE_OFFICE, district=second.district)


def test_all_items_of_the_field_are_accepted_first(assignment, second, second_office, office, auditor):
    accept_all(assignment, office, auditor)
    with pytest.raises(ItemsRefused, match="乙区（2）"):
        settle(assignment, auditor)
    accept_all(second, second_office, auditor)
    settle(assignment, auditor)

    assert states(assignment) == {"甲": "adapting", "乙": "adapting"}
    assert states(second) == {"甲": "adapting", "乙": "adapting", "乙区自有": "adapting"}


def test_districts_take_common_elements_and_keep_their_own(assignment, second, second_office, office, auditor):
    accept_all(assignment, office, auditor)
    accept_all(second, second_office, auditor)
    settle(assignment, auditor, Column.CONTENT)

    entries = {record.entry.second: record.entry for record in records_of(second.catalogue)}
    assert (entries["甲"].content, entries["甲"].body) == ("要素", "乙区局")
    assert entries["乙"].body == ""
    city = Catalogue.objects.get(city__isnull=False)
    assert (city.is_draft, [record.common for record in records_of(city)]) == (False, [frozenset({Column.CONTENT})] * 2)


def test_district_that_drafted_nothing_adapts_too(assignment, city, office, auditor):
    idle, off = make_district(city=city, name="丙区"), make_district(city=city, name="丁区")
    enable("item-catalogue", district=idle, user=None)
    accept_all(assignment, office, auditor)
    settle(assignment, auditor)

    found = Assignment.objects.get(district=idle)
    assert (states(found), found.publish_due) == ({"甲": "adapting", "乙": "adapting"}, DUE.publish_due)
    assert not Assignment.objects.filter(district=off).exists()
    assert not Catalogue.objects.filter(district=off).exists()


def test_settling_is_for_the_citys_auditors_and_once(assignment, office, auditor):
    accept_all(assignment, office, auditor)
    with pytest.raises(ItemsRefused):
        settle(assignment, office)
    settle(assignment, auditor)
    with pytest.raises(ItemsRefused):
        settle(assignment, auditor)


def test_items_of_the_city_that_nobody_drafted_stay(assignment, field, city, office, auditor):
    publish_version(
        catalogue=import_catalogue(field=field, owner=city, sheet=make_sheet(make_entry("市的"))).catalogue,
        effective_from=DAY.replace(year=2025),
    )
    accept_all(assignment, office, auditor)
    settle(assignment, auditor)

    latest = Catalogue.objects.of(city).order_by("-version")[0]
    assert [record.entry.second for record in records_of(latest)] == ["甲", "乙", "市的"]
    assert list(states(assignment)) == ["甲", "乙", "市的"]


def test_publishing_waits_for_the_approval_of_every_item(assignment, office, auditor):
    accept_all(assignment, office, auditor)
    settle(assignment, auditor)
    do(assignment, Act.SUBMIT, office)
    do(assignment, Act.ACCEPT, auditor, "甲")
    with pytest.raises(ItemsRefused, match="乙"):
        publish_version(catalogue=assignment.catalogue, effective_from=DAY, user=office)
    do(assignment, Act.ACCEPT, auditor, "乙")
    publish_version(catalogue=assignment.catalogue, effective_from=DAY, user=office)

    assignment.refresh_from_db()
    assert (states(assignment), assignment.published_at is None) == ({"甲": "published", "乙": "published"}, False)


def test_file_does_not_overwrite_what_is_with_the_city(assignment, field, district, office):
    do(assignment, Act.SUBMIT, office, "甲")
    sheet = make_sheet(make_entry("甲", content="新"), make_entry("乙", number="2"))
    with pytest.raises(ItemsRefused, match="甲"):
        import_catalogue(field=field, owner=district, sheet=sheet)
    with pytest.raises(ItemsRefused, match="甲"):
        import_catalogue(field=field, owner=district, sheet=make_sheet(make_entry("乙", number="2")))

    kept = make_sheet(make_entry("甲"), make_entry("乙", content="新", number="2"))
    import_catalogue(field=field, owner=district, sheet=kept)
    assert states(assignment) == {"甲": "submitted", "乙": "draft"}


def test_approved_item_comes_back_when_the_city_says_so(assignment, office, auditor):
    approve_all(assignment, office, auditor)
    do(assignment, Act.RETURN, auditor, "甲", reason="再改")

    assert states(assignment) == {"甲": "adapting", "乙": "approved"}


def test_late_district_sends_back_what_its_settling_changes(request, assignment, office, auditor):
    approve_all(assignment, office, auditor)
    late = request.getfixturevalue("second")
    accept_all(late, request.getfixturevalue("second_office"), auditor)

    settle_common_elements(assignment=late, columns=[Column.CONTENT], effective_from=LATER, user=auditor)

    assert states(assignment) == {"甲": "adapting", "乙": "approved", "乙区自有": "adapting"}
