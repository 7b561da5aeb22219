"""Structure follows from the table; content stands where it may."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import Page

from disclosure_pages.pages.models import Article
from disclosure_pages.tree import gate
from disclosure_pages.tree.acts import structural_change
from disclosure_pages.tree.exceptions import NotCleared, StructureLocked
from disclosure_pages.tree.models import Column, ColumnTally, DisclosurePage, Section
from disclosure_pages.tree.rules import freshness_limit, purpose_of
from disclosure_pages.tree.slugs import ascii_slug, free_slug
from tests.factories.pages import make_draft, make_published
from tests.factories.people import make_superuser
from tests.factories.tree import make_column, make_section

pytestmark = pytest.mark.django_db


def test_structural_page_saved_by_hand_is_refused() -> None:
    column = make_column()
    column.title = "另一个栏目"
    with pytest.raises(StructureLocked):
        column.save()


@pytest.mark.parametrize("act", ["unpublish", "delete", "retitle"])
def test_structural_page_changed_through_the_base_page_is_refused(act: str) -> None:
    base = Page.objects.get(pk=make_section().pk)
    with pytest.raises(PermissionDenied):
        if act == "retitle":
            base.title = "另一个名字"
            base.save()
        else:
            getattr(base, act)(user=make_superuser())
    assert Page.objects.get(pk=base.pk).live


def test_section_has_the_address_of_its_column_and_none_of_its_own() -> None:
    section = make_section()
    assert section.url_path == section.get_parent().url_path
    assert section.url is None


def test_content_address_leaves_the_section_out() -> None:
    page = make_published("招生公告")
    assert page.url_path == f"{page.column.url_path}zhao-sheng-gong-gao/"
    assert page.get_url().endswith("/zhao-sheng-gong-gao/")


def test_two_units_of_one_column_never_share_an_address() -> None:
    section = make_section()
    other = make_section(column=Column.objects.parent_of(section).get())
    first, second = make_draft("通知", section=section), make_draft("通知", section=other)
    assert [first.slug, second.slug] == ["tong-zhi", "tong-zhi-2"]


def test_content_in_a_closed_section_or_retired_column_cannot_be_created() -> None:
    section = make_section()
    assert Article.can_create_at(section)
    Section.objects.filter(pk=section.pk).update(closed_on=dt.date(2026, 1, 1))
    assert not Article.can_create_at(Section.objects.get(pk=section.pk))


def test_content_takes_its_place_from_the_section() -> None:
    section = make_section()
    page = make_draft(section=section)
    column = section.get_parent()
    assert (page.unit, page.district, page.column.pk) == (section.unit, section.unit.district, column.pk)


def test_place_of_an_old_revision_never_comes_back() -> None:
    page = make_draft()
    other = make_section(column=page.column)
    DisclosurePage.objects.filter(pk=page.pk).update(unit=other.unit)
    assert Article.objects.get(pk=page.pk).get_latest_revision().as_object().unit == other.unit


def test_gate_without_keeper_lets_nothing_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    page = make_published()
    monkeypatch.setattr(gate, "_keepers", [])
    with pytest.raises(NotCleared):
        page.save()


def test_tally_counts_what_is_public_by_unit_and_year() -> None:
    section = make_section()
    make_published(section=section, on=dt.date(2025, 3, 1))
    make_published(section=section, on=dt.date(2026, 3, 1))
    make_draft(section=section)
    cells = ColumnTally.objects.order_by("year").values_list("unit_id", "year", "total")
    assert list(cells) == [(section.unit_id, 2025, 1), (section.unit_id, 2026, 1)]


def test_moved_column_takes_content_and_addresses_along() -> None:
    page = make_published()
    target = make_column(district=page.district)
    old = page.url_path
    with structural_change():
        page.column.move(target, pos="last-child")
    moved = Article.objects.get(pk=page.pk)
    assert moved.url_path == old.replace(page.column.url_path, f"{target.url_path}{page.column.slug}/")
    assert Section.objects.get(pk=moved.get_parent().pk).url_path == moved.column.url_path


@pytest.mark.parametrize(
    ("titles", "purpose"),
    [
        (["政府信息公开指南"], "guide"),
        (["法定主动公开内容", "机关简介"], "institution"),
        (["法定主动公开内容", "统计信息"], "statutory"),
        (["其他", "市政建设"], "other"),
    ],
)
def test_purpose_follows_from_titles(titles: list[str], purpose: str) -> None:
    assert purpose_of(titles) == purpose


def test_freshness_limit_is_the_columns_own_before_its_titles() -> None:
    assert freshness_limit(title="统计信息", purpose="statutory") == 90
    assert freshness_limit(title="统计信息", purpose="statutory", days=30) == 30
    assert freshness_limit(title="从未见过", purpose="guide") == 365


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("教育信息", "jiao-yu-xin-xi"),
        ("2026年 招生（一）", "2026-nian-zhao-sheng-yi"),
        ("！？", "page"),
        ("ＡＢＣ", "abc"),
    ],
)
def test_slug_is_ascii_and_never_empty(text: str, slug: str) -> None:
    assert ascii_slug(text) == slug


def test_free_slug_counts_up_past_taken_ones() -> None:
    assert free_slug("a", is_taken={"a", "a-2"}.__contains__) == "a-3"
