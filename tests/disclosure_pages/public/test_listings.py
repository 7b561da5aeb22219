"""Rows, totals and choices of a column's listing, and what they cost."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from disclosure_pages.public.exceptions import NoSuchListing
from disclosure_pages.public.links import Links
from disclosure_pages.public.listings import ListingQuery, column_listing, in_year, keys_of_districts, listed_keys
from disclosure_pages.tree.models import DisclosurePage
from tests.benchmarks.seeding import seed_articles
from tests.factories.pages import make_draft, make_published
from tests.factories.tenancy import make_unit
from tests.factories.tree import make_section

pytestmark = pytest.mark.django_db


def listing_of(column, **query):
    links = Links(RequestFactory().get("/", headers={"host": "localhost"}))
    return column_listing(column, ListingQuery(**query), links=links)


@pytest.fixture
def section(db):
    return make_section()


@pytest.fixture
def column(section):
    return section.get_parent().specific


def test_newest_first_and_by_key_within_a_day(section, column) -> None:
    day = dt.date(2026, 5, 1)
    older, first, second = (make_published(section=section, on=on) for on in (dt.date(2026, 4, 1), day, day))
    assert [row.pk for row in listing_of(column).rows] == [second.pk, first.pk, older.pk]


def test_row_says_where_when_and_who(section, column) -> None:
    page = make_published("公告", section=section, on=dt.date(2026, 5, 1))
    (row,) = listing_of(column).rows
    assert (row.title, row.published_on, row.unit) == ("公告", dt.date(2026, 5, 1), section.unit.name)
    assert row.url == page.get_url()


def test_drafts_and_other_columns_are_left_out(section, column) -> None:
    shown = make_published(section=section)
    make_draft(section=section)
    make_published(section=make_section(unit=section.unit))
    listing = listing_of(column)
    assert ([row.pk for row in listing.rows], listing.total) == ([shown.pk], 1)


def test_filter_by_unit_and_year(section, column) -> None:
    other = make_section(column=column, unit=make_unit(column.district, code="other"))
    wanted = make_published(section=other, on=dt.date(2025, 12, 31))
    make_published(section=other, on=dt.date(2026, 1, 1))
    make_published(section=section, on=dt.date(2025, 6, 1))
    listing = listing_of(column, unit="other", year=2025)
    assert ([row.pk for row in listing.rows], listing.total, listing.column_total) == ([wanted.pk], 1, 3)


def test_choices_count_what_each_would_leave(section, column) -> None:
    other = make_section(column=column, unit=make_unit(column.district, code="other"))
    for place, year in ((other, 2025), (other, 2026), (section, 2025)):
        make_published(section=place, on=dt.date(year, 6, 1))
    listing = listing_of(column, unit="other", year=2025)
    assert {choice.value: choice.total for choice in listing.units} == {"other": 1, section.unit.code: 1}
    assert [(choice.value, choice.total) for choice in listing.years] == [("2026", 1), ("2025", 1)]
    assert [choice.value for choice in (*listing.units, *listing.years) if choice.is_chosen] == ["other", "2025"]


@pytest.mark.parametrize("query", [{"unit": "nobody"}, {"year": 1999}, {"page": 2}])
def test_unknown_filter_or_page_is_refused(section, column, query) -> None:
    make_published(section=section)
    with pytest.raises(NoSuchListing):
        listing_of(column, **query)


def test_pages_cut_the_listing_without_gap_or_overlap(section, column) -> None:
    seed_articles(section, 45)
    pages = [listing_of(column, page=number) for number in (1, 2, 3)]
    keys = [row.pk for listing in pages for row in listing.rows]
    assert [len(listing.rows) for listing in pages] == [20, 20, 5]
    assert keys == list(listed_keys(column_id=column.pk))
    assert [listing.start for listing in pages] == [1, 21, 41]
    assert (pages[0].newer, pages[0].older, pages[2].older) == ("", "?page=2", "")


@pytest.mark.parametrize("count", [1, 3])
def test_queries_do_not_grow_with_the_rows(section, column, count, django_assert_num_queries) -> None:
    seed_articles(section, count)
    listing_of(column)
    with django_assert_num_queries(4):  # site, tallies, keys, rows
        assert len(listing_of(column).rows) == count


@pytest.mark.parametrize("narrow", [{}, {"unit_id": 1}, in_year(2026), {"unit_id": 1, **in_year(2026)}])
def test_keys_come_from_a_covering_index(narrow) -> None:
    keys = listed_keys(column_id=1, **narrow)[100_000:100_020]
    plan = keys.explain()
    if connection.vendor == "sqlite":
        assert "COVERING INDEX gongkai_listing" in plan
        assert "TEMP B-TREE" not in plan
    assert "wagtailcore_page" not in str(keys.query)


def test_keys_of_homes_come_from_a_covering_index() -> None:
    for keys, index in ((listed_keys(district_id=1), "listing_all"), (keys_of_districts([1, 2]), "listing_city")):
        plan = keys[:10].explain()
        if connection.vendor == "sqlite":
            assert f"COVERING INDEX gongkai_{index}" in plan
            assert "TEMP B-TREE" not in plan


def test_total_is_kept_not_counted(section, column) -> None:
    seed_articles(section, 3)
    with CaptureQueriesContext(connection) as queries:
        assert listing_of(column).total == 3
    assert [query["sql"] for query in queries if "COUNT(" in query["sql"]] == []


def test_row_that_stopped_being_public_meanwhile_is_left_out(section, column) -> None:
    shown, lost = make_published(section=section), make_published(section=section)
    DisclosurePage.objects.filter(pk=lost.pk).update(live=False)
    assert [row.pk for row in listing_of(column).rows] == [shown.pk]
