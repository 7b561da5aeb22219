"""Links of content, columns and services to items, and what they count for."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from wagtail.models import PageLogEntry

from cms.people.enums import Role
from plugins.contrib.item_catalogue.domain.coverage import coverage, coverage_by, living_items
from plugins.contrib.item_catalogue.domain.linking import link_pages, link_service, unlink
from plugins.contrib.item_catalogue.enums import Keeping
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Item, ItemLink
from tests.factories.pages import make_draft
from tests.factories.people import make_editor, make_person
from tests.factories.tenancy import make_district, make_unit
from tests.factories.tree import make_column, make_section

from .living import make_live


@pytest.fixture
def live(district, field):
    return make_live(district, field)


@pytest.fixture
def office(district):
    return make_person(Role.DISCLOSURE_OFFICE, district=district)


def link(live, user, *pages, name="养老机构名录"):
    item = live.item(name)
    return link_pages(district=live.district, identity=item.identity, keys=[page.pk for page in pages], user=user)


def living(live, name="养老机构名录"):
    items = Item.objects.filter(pk=live.item(name).pk).select_related("catalogue")
    return living_items(items)[0]


@pytest.mark.parametrize(
    ("name", "made", "on", "keeping"),
    [
        ("养老机构名录", "2026-03-02", "2026-03-30", Keeping.KEPT),
        ("养老机构名录", "2026-03-02", "2026-03-31", Keeping.LATE),
        ("高龄津贴", "2026-03-02", "2026-03-03", Keeping.KEPT),
        ("高龄津贴", "2026-03-02", "2026-03-04", Keeping.LATE),
        ("适老化改造", "2026-03-02", "2026-03-02", Keeping.NOT_MEASURABLE),
    ],
)
def test_time_limit_is_kept_to_the_day(live, office, name, made, on, keeping):
    link(live, office, live.publish("名录", made=made, on=on), name=name)

    assert living(live, name).keeping == keeping


def test_item_without_publication_has_a_state_of_its_own(live):
    assert (living(live).keeping, living(live).newest, living(live).total) == (Keeping.NONE, None, 0)


def test_draft_and_withdrawn_content_do_not_count(live, office):
    page = live.publish("名录", made="2026-03-02", on="2026-03-03")
    link(live, office, page, make_draft("草稿", section=live.section))
    assert [one.published.title for one in living(live).publications] == ["名录"]

    type(page).objects.filter(pk=page.pk).update(live=False, is_public=False)
    assert living(live).total == 0


def test_column_counts_with_everything_below_it_once(live, office):
    below = make_section(column=make_column(parent=live.column), unit=live.section.unit)
    first = live.publish("甲", made="2026-03-02", on="2026-03-03")
    live.publish("乙", made="2026-03-02", on="2026-03-05", section=below)
    live.publish(
        "丙", made="2026-03-02", on="2026-03-04", section=make_section(column=make_column(district=live.district))
    )
    link(live, office, first, live.column)

    found = living(live)
    assert [one.published.title for one in found.publications] == ["乙", "甲"]
    assert found.newest == dt.date(2026, 3, 5)


def test_section_counts_for_its_unit_only(live, office):
    other = make_section(column=live.column, unit=make_unit(district=live.district))
    live.publish("甲", made="2026-03-02", on="2026-03-03")
    live.publish("乙", made="2026-03-02", on="2026-03-03", section=other)
    link(live, office, other)

    assert [one.published.title for one in living(live).publications] == ["乙"]


def test_links_outlive_versions(live, office, field):
    from plugins.contrib.item_catalogue.domain.importing import import_catalogue
    from plugins.contrib.item_catalogue.domain.publishing import publish_version

    from .rows import make_entry, make_sheet

    link(live, office, live.publish("名录", made="2026-03-02", on="2026-03-03"))
    sheet = make_sheet(make_entry("养老机构名录", content="新要素"))
    second = import_catalogue(field=field, owner=live.district, sheet=sheet).catalogue
    publish_version(catalogue=second, effective_from=dt.date(2026, 2, 1))

    items = Item.objects.filter(catalogue=second).select_related("catalogue")
    assert [one.total for one in living_items(items)] == [1]


def test_editor_links_content_of_the_own_unit_only(live):
    page = live.publish("名录", made="2026-03-02", on="2026-03-03")
    elsewhere = make_section(column=live.column, unit=make_unit(district=live.district))
    strange = live.publish("别人的", made="2026-03-02", on="2026-03-03", section=elsewhere)
    editor = make_editor(live.section.unit)

    assert link(live, editor, page, live.section) == 2
    assert link(live, editor, page) == 0
    for pages in ([strange], [live.column], [page, strange]):
        with pytest.raises(ItemsRefused):
            link(live, editor, *pages)
    assert ItemLink.objects.count() == 2


def test_page_of_another_district_is_refused(live, city, office):
    there = make_district(city=city)
    page = live.publish(
        "外区", made="2026-03-02", on="2026-03-03", section=make_section(column=make_column(district=there))
    )
    both = make_person(Role.DISCLOSURE_OFFICE, district=there)

    for person in (office, both):
        with pytest.raises(ItemsRefused):
            link(live, person, page)


def test_links_are_on_record_with_the_page(live, office):
    page = live.publish("名录", made="2026-03-02", on="2026-03-03")
    link(live, office, page)
    unlink(link=ItemLink.objects.get(), user=office)

    entries = PageLogEntry.objects.filter(page=page.pk, action__startswith="gongkai.items").order_by("pk")
    assert [(entry.action, entry.user) for entry in entries] == [
        ("gongkai.items.linked", office),
        ("gongkai.items.unlinked", office),
    ]


def test_link_of_another_unit_is_not_taken_away(live, office):
    link(live, office, live.column)
    with pytest.raises(ItemsRefused):
        unlink(link=ItemLink.objects.get(), user=make_editor(live.section.unit))

    assert ItemLink.objects.count() == 1


def test_service_is_linked_by_the_office(live, office):
    values = {"district": live.district, "identity": live.item().identity, "url": "https://example.org/a"}
    link_service(**values, title="办事", user=office)
    link_service(**values, title="网上办事", user=office)
    with pytest.raises(ItemsRefused):
        link_service(**values, title="办事", user=make_editor(live.section.unit))

    assert [(one.title, one.page) for one in ItemLink.objects.all()] == [("网上办事", None)]
    assert living(live).total == 0


def test_link_without_a_target_is_refused_by_the_database(live):
    with pytest.raises(IntegrityError), transaction.atomic():
        ItemLink.objects.create(district=live.district, identity=live.item().identity, kind="content")


def test_coverage_counts_items(live, office):
    link(live, office, live.publish("名录", made="2026-03-02", on="2026-03-03"))
    link(live, office, live.publish("津贴", made="2026-03-02", on="2026-04-03"), name="高龄津贴")
    items = Item.objects.select_related("catalogue__field", "catalogue__district", "unit")
    found = living_items(items)

    total = coverage(found)
    assert (total.items, total.published, total.measurable, total.kept) == (3, 2, 2, 1)
    assert (total.share, total.kept_share, total.newest) == (66, 50, dt.date(2026, 4, 3))
    assert [(one.key, one.items) for one in coverage_by(found, "field")] == [("elderly-care", 3)]
    assert [(one.key, one.items) for one in coverage_by(found, "unit")] == [("", 3)]


def test_figures_take_five_queries(live, office, django_assert_num_queries):
    items = Item.objects.select_related("catalogue__field", "catalogue__district", "unit")
    link(live, office, live.publish("名录", made="2026-03-02", on="2026-03-03"), live.column)
    with django_assert_num_queries(5):
        living_items(items.all())
    for number in range(3):
        link(live, office, live.publish(f"津贴{number}", made="2026-03-02", on="2026-03-03"), name="高龄津贴")
    with django_assert_num_queries(5):
        living_items(items.all())
