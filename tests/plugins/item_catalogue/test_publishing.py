"""Versions and the days on which they hold."""

import datetime as dt

import pytest

from plugins.contrib.item_catalogue.domain.importing import import_catalogue
from plugins.contrib.item_catalogue.domain.publishing import publish_version
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Catalogue, Field, Item
from tests.factories.tenancy import make_district
from tests.plugins.item_catalogue.rows import contents, make_entry, make_sheet

FIRST, SECOND = dt.date(2026, 1, 1), dt.date(2026, 7, 1)
ONE_DAY = dt.timedelta(1)


def publish(field, owner, day, content="要素"):
    draft = import_catalogue(field=field, owner=owner, sheet=make_sheet(make_entry(content=content))).catalogue
    return publish_version(catalogue=draft, effective_from=day)


@pytest.mark.parametrize(
    ("day", "expected"),
    [(FIRST - ONE_DAY, []), (FIRST, ["一"]), (SECOND - ONE_DAY, ["一"]), (SECOND, ["二"]), (SECOND + ONE_DAY, ["二"])],
)
def test_in_effect(field, city, district, day, expected):
    publish(field, district, FIRST, "一")
    publish(field, district, SECOND, "二")
    import_catalogue(field=field, owner=district, sheet=make_sheet(make_entry(content="草稿")))

    assert [contents(one)[0][1] for one in Catalogue.objects.of(district).in_effect(on=day)] == expected
    assert list(Item.objects.in_effect(on=day).values_list("content", flat=True)) == expected


def test_in_effect_of_others_does_not_count(field, city, district):
    other = make_district(city=city)
    for owner, place in (
        (district, field),
        (other, field),
        (city, field),
        (district, Field.objects.get(code="health")),
    ):
        publish(place, owner, FIRST)
    publish(field, district, SECOND, "二")

    found = Catalogue.objects.in_effect(on=SECOND).values_list("district", "city", "effective_from")
    assert set(found) == {
        (district.pk, None, SECOND),
        (other.pk, None, FIRST),
        (None, city.pk, FIRST),
        (district.pk, None, FIRST),
    }


def test_publish_refuses_a_published_version(field, district):
    published = publish(field, district, FIRST)

    with pytest.raises(ItemsRefused):
        publish_version(catalogue=published, effective_from=SECOND)


def test_publish_refuses_an_empty_catalogue(field, district):
    draft = Catalogue.objects.create(field=field, district=district, version=1)

    with pytest.raises(ItemsRefused):
        publish_version(catalogue=draft, effective_from=FIRST)


def test_publish_names_items_without_content(field, district):
    sheet = make_sheet(make_entry("甲"), make_entry("乙", content=""))
    draft = import_catalogue(field=field, owner=district, sheet=sheet).catalogue

    with pytest.raises(ItemsRefused, match="乙"):
        publish_version(catalogue=draft, effective_from=FIRST)


@pytest.mark.parametrize("day", [SECOND, FIRST])
def test_publish_refuses_a_day_that_is_not_later(field, district, day):
    publish(field, district, SECOND)
    draft = import_catalogue(field=field, owner=district, sheet=make_sheet(make_entry(content="新"))).catalogue

    with pytest.raises(ItemsRefused, match="2026-07-01"):
        publish_version(catalogue=draft, effective_from=day)


def test_pilot_has_26_fields(db):
    names = list(Field.objects.values_list("name", flat=True))

    assert (len(names), names[0], names[-1]) == (26, "重大建设项目", "户籍管理")
