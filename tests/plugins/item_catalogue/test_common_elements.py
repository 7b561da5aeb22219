"""Common elements: fixed by the city, adopted by its districts."""

import datetime as dt

import pytest
from wagtail.models import ModelLogEntry

from plugins.contrib.item_catalogue.domain.adopting import adopt_common_elements, fix_common_elements
from plugins.contrib.item_catalogue.domain.importing import import_catalogue
from plugins.contrib.item_catalogue.domain.keeping import records_of
from plugins.contrib.item_catalogue.domain.publishing import publish_version
from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Catalogue
from plugins.contrib.item_catalogue.structure import Choice
from tests.factories.tenancy import make_district
from tests.plugins.item_catalogue.rows import make_entry, make_sheet

CONTENT, BASIS, BODY, METHOD = Column.CONTENT, Column.BASIS, Column.BODY, Column.METHOD
DAY = dt.date(2026, 1, 1)


def publish_city(field, city, *entries, fixed=(CONTENT, BASIS), day=DAY):
    """A version of the city in which the same columns of every item are common."""
    draft = import_catalogue(field=field, owner=city, sheet=make_sheet(*entries)).catalogue
    elements = {item.identity: fixed for item in draft.items.all()}
    fix_common_elements(catalogue=draft, elements=elements)
    return publish_version(catalogue=draft, effective_from=day)


def entries_of(catalogue):
    return {record.entry.second: record.entry for record in records_of(catalogue)}


def test_adopt_keeps_individual_elements(field, city, district):
    own = make_entry("甲", content="区要素", basis="区依据", body="区局", limit="3日内")
    import_catalogue(field=field, owner=district, sheet=make_sheet(own, make_entry("区自有", content="自有")))
    source = publish_city(field, city, make_entry("甲", content="市要素", basis="市依据", body="市局"))

    (adopted,) = adopt_common_elements(catalogue=source)

    entries = entries_of(adopted.catalogue)
    assert (entries["甲"].content, entries["甲"].basis) == ("市要素", "市依据")
    assert (entries["甲"].body, entries["甲"].limit, entries["甲"].choices) == ("区局", "3日内", own.choices)
    assert entries["区自有"].content == "自有"
    assert (adopted.adoption.created, adopted.adoption.updated, adopted.adoption.released) == (0, 1, 0)


def test_adopt_begins_what_the_district_lacks(field, city, district):
    import_catalogue(field=field, owner=district, sheet=make_sheet(make_entry("甲"), make_entry("丙")))
    source = publish_city(field, city, make_entry("甲"), make_entry("乙", content="市要素", body="市局"))

    (adopted,) = adopt_common_elements(catalogue=source)

    assert list(entries_of(adopted.catalogue)) == ["甲", "乙", "丙"]
    begun = entries_of(adopted.catalogue)["乙"]
    assert (begun.first, begun.content, begun.body, begun.choices) == ("样例事项", "市要素", "", ())


def test_adopt_for_every_district_of_the_city(field, city, district):
    other = make_district(city=city)
    make_district(name="外市区")
    source = publish_city(field, city)

    adopted = adopt_common_elements(catalogue=source)

    assert {one.district for one in adopted} == {district, other}
    assert Catalogue.objects.exclude(district=None).count() == 2


def test_adopt_again_changes_nothing(field, city, district):
    source = publish_city(field, city, make_entry("甲"), make_entry("乙"))
    (first,) = adopt_common_elements(catalogue=source)
    import_catalogue(field=field, owner=district, sheet=make_sheet(make_entry("甲"), make_entry("乙")))
    publish_version(catalogue=first.catalogue, effective_from=DAY)
    rows = list(first.catalogue.items.values())

    (again,) = adopt_common_elements(catalogue=source)

    assert (again.adoption.is_empty, again.catalogue.pk) == (True, first.catalogue.pk)
    assert list(first.catalogue.items.values()) == rows


def test_adopt_follows_a_renamed_item(field, city, district):
    (first,) = adopt_common_elements(catalogue=publish_city(field, city, make_entry("甲")))
    identity = first.catalogue.items.get().identity
    draft = import_catalogue(field=field, owner=city, sheet=make_sheet(make_entry("甲", content="新"))).catalogue
    draft.items.update(second="甲二")
    source = publish_version(catalogue=draft, effective_from=DAY + dt.timedelta(1))

    (again,) = adopt_common_elements(catalogue=source)

    item = again.catalogue.items.get()
    assert (item.second, item.content, item.identity) == ("甲二", "新", identity)


def test_what_the_city_gives_up_becomes_the_districts_own(field, city, district):
    adopt_common_elements(catalogue=publish_city(field, city, make_entry("甲"), make_entry("乙")))
    source = publish_city(field, city, make_entry("乙"), day=DAY + dt.timedelta(1))

    (again,) = adopt_common_elements(catalogue=source)

    record = next(one for one in records_of(again.catalogue) if one.entry.second == "甲")
    assert (record.origin, record.common, record.entry.content) == (None, frozenset(), "要素")
    assert again.adoption.released == 1


def test_adopt_a_choice_alone(field, city, district):
    import_catalogue(field=field, owner=district, sheet=make_sheet(make_entry("甲")))
    choices = (*make_entry().choices, Choice(Column.CHANNEL, "政府网站", True))
    source = publish_city(field, city, make_entry("甲", choices=choices), fixed=[Column.CHANNEL])

    (adopted,) = adopt_common_elements(catalogue=source)

    entry = entries_of(adopted.catalogue)["甲"]
    assert [choice.label for choice in entry.choices if choice.is_chosen] == ["主动", "政府网站"]


def test_import_of_a_district_does_not_overwrite_common_elements(field, city, district):
    adopt_common_elements(catalogue=publish_city(field, city, make_entry("甲", content="市要素")))

    sheet = make_sheet(make_entry("甲", content="区要素", body="区局"))
    done = import_catalogue(field=field, owner=district, sheet=sheet)

    entry = entries_of(done.catalogue)["甲"]
    assert (entry.content, entry.body) == ("市要素", "区局")
    assert [(change.entry.second, change.columns) for change in done.plan.kept] == [("甲", (CONTENT,))]


def test_import_of_a_district_does_not_drop_items_of_the_city(field, city, district):
    source = publish_city(field, city, make_entry("甲"), make_entry("乙"))
    adopt_common_elements(catalogue=source)

    done = import_catalogue(field=field, owner=district, sheet=make_sheet(make_entry("乙"), make_entry("丙")))

    assert list(entries_of(done.catalogue)) == ["甲", "乙", "丙"]
    assert [entry.second for entry in done.plan.staying] == ["甲"]


def test_choice_of_columns_outlives_an_import_of_the_city(field, city):
    publish_city(field, city, make_entry("甲"), fixed=[BODY])

    done = import_catalogue(field=field, owner=city, sheet=make_sheet(make_entry("甲", body="新局")))

    assert [(record.common, record.entry.body) for record in records_of(done.catalogue)] == [
        (frozenset({BODY}), "新局")
    ]


def test_fix_refuses(field, city, district):
    own = import_catalogue(field=field, owner=district, sheet=make_sheet()).catalogue
    draft = import_catalogue(field=field, owner=city, sheet=make_sheet()).catalogue
    identity = draft.items.get().identity

    with pytest.raises(ItemsRefused):
        fix_common_elements(catalogue=own, elements={})
    with pytest.raises(ItemsRefused):
        fix_common_elements(catalogue=draft, elements={identity: [Column.SECOND]})
    with pytest.raises(ItemsRefused):
        fix_common_elements(catalogue=draft, elements={own.items.get().identity: [CONTENT]})
    publish_version(catalogue=draft, effective_from=DAY)
    with pytest.raises(ItemsRefused):
        fix_common_elements(catalogue=draft, elements={identity: [CONTENT]})


def test_adopt_refuses(field, city, district):
    draft = import_catalogue(field=field, owner=city, sheet=make_sheet()).catalogue
    with pytest.raises(ItemsRefused):
        adopt_common_elements(catalogue=draft)
    source = publish_version(catalogue=draft, effective_from=DAY)
    with pytest.raises(ItemsRefused):
        adopt_common_elements(catalogue=source, districts=[make_district()])
    assert Catalogue.objects.exclude(district=None).count() == 0


def test_acts_are_logged(field, city, district):
    adopt_common_elements(catalogue=publish_city(field, city))

    assert list(ModelLogEntry.objects.order_by("pk").values_list("action", flat=True)) == [
        "gongkai.items.imported",
        "gongkai.items.common_fixed",
        "gongkai.items.published",
        "gongkai.items.common_adopted",
    ]
