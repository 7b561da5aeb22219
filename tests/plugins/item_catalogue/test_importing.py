"""Catalogues taken over into drafts."""

import datetime as dt

import pytest
from django.db import IntegrityError
from wagtail.models import ModelLogEntry

from plugins.contrib.item_catalogue.domain.assembling import sheet_of
from plugins.contrib.item_catalogue.domain.importing import import_catalogue, preview_import, sheet_of_field
from plugins.contrib.item_catalogue.domain.publishing import publish_version
from plugins.contrib.item_catalogue.enums import Column, Option
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Catalogue, Field, Item
from plugins.contrib.item_catalogue.reading import parse_catalogues
from tests.factories.tenancy import make_alias, make_unit
from tests.plugins.item_catalogue.catalogues import merged_workbook, paged_document, plain_workbook, split_document
from tests.plugins.item_catalogue.rows import contents, make_entry, make_sheet

DAY = dt.date(2026, 1, 1)


@pytest.mark.parametrize("make", [merged_workbook, plain_workbook, paged_document, split_document])
def test_what_is_kept_is_what_was_read(make, field, district):
    sheet = parse_catalogues(make()).sheets[0]

    done = import_catalogue(field=field, owner=district, sheet=sheet)

    assert sheet_of(Catalogue.objects.get(pk=done.catalogue.pk)) == sheet


def test_import_reads_limit_acts_options_and_unit(field, district):
    unit = make_unit(district, name="区民政局")
    make_alias(unit, name="区民政部门")
    entry = make_entry(body="区民政部门", limit="二十个工作日内", basis="《样例法》第三条、《样例条例》")

    import_catalogue(field=field, owner=district, sheet=make_sheet(entry, make_entry("另一项", body="各单位")))

    item, other = Item.objects.all()
    assert (item.unit, item.body, item.limit_kind, item.limit_number) == (unit, "区民政部门", "working_days", 20)
    assert list(item.acts.values_list("title", "detail")) == [("样例法", "第三条"), ("样例条例", "")]
    assert list(item.choices.filter(is_chosen=True).values_list("kind", "option")) == [("method", "proactive")]
    assert other.unit is None
    assert list(Item.objects.of_unit(unit)) == [item]
    assert list(Item.objects.choosing(Column.METHOD, Option.PROACTIVE)) == [item, other]
    assert list(Item.objects.choosing(Column.METHOD, Option.ON_REQUEST)) == []


def test_import_again_keeps_identity_and_row(field, district):
    import_catalogue(
        field=field, owner=district, sheet=make_sheet(make_entry("甲"), make_entry("乙"), make_entry("丙"))
    )
    before = {item.second: (item.pk, item.identity) for item in Item.objects.all()}

    sheet = make_sheet(make_entry("丁"), make_entry("丙", content="新要素"), make_entry("甲"))
    done = import_catalogue(field=field, owner=district, sheet=sheet)

    after = {item.second: (item.pk, item.identity) for item in Item.objects.all()}
    assert contents(done.catalogue) == [("丁", "要素"), ("丙", "新要素"), ("甲", "要素")]
    assert {name: after[name] for name in "甲丙"} == {name: before[name] for name in "甲丙"}
    assert [entry.second for entry in done.plan.new] == ["丁"]
    assert [(change.entry.second, change.columns) for change in done.plan.changed] == [("丙", (Column.CONTENT,))]
    assert [entry.second for entry in done.plan.gone] == ["乙"]
    assert done.plan.unchanged == 1


def test_preview_writes_nothing(field, district):
    plan = preview_import(field=field, owner=district, sheet=make_sheet())

    assert (len(plan.new), Catalogue.objects.count(), ModelLogEntry.objects.count()) == (1, 0, 0)


def test_import_of_the_same_begins_no_draft(field, district):
    first = import_catalogue(field=field, owner=district, sheet=make_sheet())
    publish_version(catalogue=first.catalogue, effective_from=DAY)

    again = import_catalogue(field=field, owner=district, sheet=make_sheet())

    assert (again.is_changed, again.catalogue.pk, Catalogue.objects.count()) == (False, first.catalogue.pk, 1)


def test_import_leaves_the_published_version_alone(field, district):
    first = import_catalogue(field=field, owner=district, sheet=make_sheet())
    publish_version(catalogue=first.catalogue, effective_from=DAY)

    done = import_catalogue(field=field, owner=district, sheet=make_sheet(make_entry(content="新要素")))

    assert (done.catalogue.version, contents(done.catalogue)) == (2, [("样例名录", "新要素")])
    assert contents(first.catalogue) == [("样例名录", "要素")]
    assert len(set(Item.objects.values_list("identity", flat=True))) == 1


def test_import_is_logged(field, district):
    import_catalogue(field=field, owner=district, sheet=make_sheet(), file_name="目录.xlsx")

    entry = ModelLogEntry.objects.get()
    figures = {"new": 1, "changed": 0, "gone": 0, "kept": 0}
    assert (entry.action, entry.data) == ("gongkai.items.imported", {"file": "目录.xlsx", "version": 1, **figures})


def test_import_needs_the_same_queries_for_any_number_of_items(
    field, district, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(40) as one:
        import_catalogue(field=field, owner=district, sheet=make_sheet())
    other = Field.objects.get(code="health")
    with django_assert_num_queries(len(one)):
        import_catalogue(field=other, owner=district, sheet=make_sheet(*(make_entry(f"事项{n}") for n in range(10))))


def test_city_and_district_are_apart(field, city, district):
    import_catalogue(field=field, owner=city, sheet=make_sheet(make_entry("市")))
    import_catalogue(field=field, owner=district, sheet=make_sheet(make_entry("区")))

    assert [contents(catalogue)[0][0] for catalogue in Catalogue.objects.of(city)] == ["市"]
    assert [contents(catalogue)[0][0] for catalogue in Catalogue.objects.of(district)] == ["区"]


def test_sheet_of_field_by_its_name():
    sheets = parse_catalogues(plain_workbook()).sheets

    assert sheet_of_field(sheets, Field(name="就业")).place == "就业"
    assert sheet_of_field(sheets, Field(name="样例", other_names="养老、养老服务")).place == "养老服务"
    with pytest.raises(ItemsRefused, match="2"):
        sheet_of_field(sheets, Field(name="救灾"))


def test_catalogue_has_one_owner(field, city, district):
    with pytest.raises(IntegrityError):
        Catalogue.objects.create(field=field, city=city, district=district, version=1)


def test_one_draft_at_a_time(field, district):
    Catalogue.objects.create(field=field, district=district, version=1)
    with pytest.raises(IntegrityError):
        Catalogue.objects.create(field=field, district=district, version=2)
