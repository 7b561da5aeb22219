"""A column's page: its columns, its listing, its empty state."""

from __future__ import annotations

import datetime as dt

import pytest

from disclosure_pages.tree.acts import structural_change
from tests.benchmarks.seeding import seed_articles
from tests.disclosure_pages.public.markup import listed_titles, meta_tags, soup_of
from tests.factories.pages import make_published
from tests.factories.tenancy import make_unit
from tests.factories.tree import make_column, make_section

pytestmark = pytest.mark.django_db


@pytest.fixture
def section():
    return make_section()


@pytest.fixture
def address(section) -> str:
    return section.get_parent().get_url()


def test_branch_shows_its_columns_with_figures(visitor) -> None:
    branch = make_column("法定主动公开内容")
    leaf = make_column("统计信息", parent=branch, numbering="4.")
    make_published(section=make_section(column=leaf), on=dt.date(2026, 3, 2))
    make_column("已撤栏目", parent=branch, retired_on=dt.date(2026, 1, 1))
    soup = soup_of(visitor.get(branch.get_url()))
    assert [tile.a.text for tile in soup.select(".tile")] == ["4.统计信息", "已撤栏目"]
    assert [day["datetime"] for day in soup.select(".tile time")] == ["2026-03-02"]
    assert soup.select(".listing") == []


def test_filters_work_by_a_plain_form(visitor, section, address) -> None:
    unit = make_unit(section.unit.district, code="other")
    make_published("甲", section=section, on=dt.date(2025, 1, 1))
    make_published("乙", section=make_section(column=section.get_parent().specific, unit=unit), on=dt.date(2026, 1, 1))
    form = soup_of(visitor.get(address)).select_one("form.filters")
    assert (form["method"], form["action"]) == ("get", address)
    assert {select["name"] for select in form.select("select")} == {"unit", "year", "size"}
    assert listed_titles(visitor.get(address, {"unit": "other", "year": "", "size": "20"})) == ["乙"]
    assert listed_titles(visitor.get(address, {"unit": "", "year": "2025"})) == ["甲"]


def test_chosen_filters_are_carried_to_pages_and_feed(visitor, section, address) -> None:
    seed_articles(section, 21)
    soup = soup_of(visitor.get(address, {"unit": section.unit.code}))
    assert soup.select_one(".pagination a[rel=next]")["href"] == f"{address}?unit={section.unit.code}&page=2"
    assert soup.select_one("a.feed-link")["href"] == f"{address}atom.xml?unit={section.unit.code}"
    assert soup.select_one("option[selected]")["value"] == section.unit.code


@pytest.mark.parametrize("query", ["?page=9", "?page=x", "?unit=nobody", "?year=1999", "?year=abc"])
def test_unknown_part_of_a_listing_answers_404_and_says_why(visitor, section, address, query) -> None:
    seed_articles(section, 1)
    response = visitor.get(address + query)
    assert response.status_code == 404
    assert soup_of(response).select_one(".error a")["href"] == address


def test_unknown_page_size_shows_the_usual_one(visitor, section, address) -> None:
    seed_articles(section, 21)
    assert len(listed_titles(visitor.get(f"{address}?size=7"))) == 20


def test_empty_column_says_what_to_do_next(visitor, section, address) -> None:
    home = f"/{section.unit.district.slug}/"
    empty = soup_of(visitor.get(address)).select_one(".empty")
    assert [link["href"] for link in empty.select("a")] == [home, home]


def test_retired_column_says_so_and_stays_readable(visitor, section, address) -> None:
    page = make_published("旧闻", section=section)
    column = section.get_parent().specific
    column.retired_on = dt.date(2026, 10, 1)
    with structural_change():
        column.save()
    for url in (address, page.get_url()):
        assert "2026-10-01" in soup_of(visitor.get(url)).select_one(".notice").text
    assert listed_titles(visitor.get(address)) == ["旧闻"]


def test_column_carries_its_meta_tags(visitor) -> None:
    column = make_column("统计信息", description="本区统计数据", keywords="统计 公报")
    tags = meta_tags(visitor.get(column.get_url()))
    assert (tags["ColumnName"], tags["ColumnDescription"]) == ("统计信息", "本区统计数据")
    assert (tags["ColumnKeywords"], tags["ColumnType"]) == ("统计 公报", column.get_purpose_display())
    assert "ArticleTitle" not in tags


def test_filtered_listing_is_left_to_its_column_by_search_engines(visitor, section, address) -> None:
    seed_articles(section, 21)
    filtered, second = visitor.get(f"{address}?year=2016"), visitor.get(f"{address}?page=2")
    assert meta_tags(filtered)["robots"] == "noindex,follow"
    assert "robots" not in meta_tags(second)
    assert soup_of(second).select_one("link[rel=canonical]")["href"] == f"http://localhost{address}?page=2"


@pytest.mark.parametrize("count", [1, 3])
def test_queries_of_a_column_do_not_grow(visitor, section, address, count, django_assert_num_queries) -> None:
    seed_articles(section, count)
    visitor.get(address)
    with django_assert_num_queries(13):
        assert len(listed_titles(visitor.get(address))) == count


@pytest.mark.parametrize("count", [1, 3])
def test_queries_of_a_branch_do_not_grow(visitor, count, django_assert_num_queries) -> None:
    branch = make_column()
    for _ in range(count):
        seed_articles(make_section(column=make_column(parent=branch)), count)
    visitor.get(branch.get_url())
    with django_assert_num_queries(12):
        assert len(soup_of(visitor.get(branch.get_url())).select(".tile")) == count
