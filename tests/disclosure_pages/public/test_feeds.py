"""Atom feeds of city, district and column."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree as ET

import pytest

from disclosure_pages.tree.domain.districts import give_host
from tests.benchmarks.seeding import seed_articles
from tests.factories.pages import make_draft, make_published
from tests.factories.tenancy import make_district, make_unit
from tests.factories.tree import make_column, make_home, make_section

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def entries(client, address: str) -> list[str]:
    response = client.get(address)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = ET.fromstring(response.content)  # noqa: S314 - our own document
    return [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]


def test_feeds_hold_public_content_of_their_place(visitor) -> None:
    district = make_district(slug="furong")
    column = make_column(district=district)
    section = make_section(column=make_column(parent=column))
    neighbour = make_section(column=make_column(district=make_district(city=district.city, slug="tianxin")))
    for title, place in (("甲", section), ("邻区", neighbour)):
        make_published(title, section=place)
        make_draft("草稿", section=place)
    assert entries(visitor, "/furong/atom.xml") == ["甲"]
    assert entries(visitor, f"{column.get_url()}atom.xml") == ["甲"]
    assert entries(visitor, "/atom.xml") == ["邻区", "甲"]


def test_filters_narrow_the_feed(visitor) -> None:
    section = make_section()
    column = section.get_parent().specific
    other = make_section(column=column, unit=make_unit(column.district, code="other"))
    make_published("旧", section=section, on=dt.date(2025, 1, 1))
    make_published("新", section=other, on=dt.date(2026, 1, 1))
    assert entries(visitor, f"{column.get_url()}atom.xml?unit=other") == ["新"]
    assert entries(visitor, f"{column.get_url()}atom.xml?year=2025") == ["旧"]


@pytest.mark.parametrize("query", ["?unit=nobody", "?year=x", "?year=10000"])
def test_unknown_filter_of_a_feed_answers_404(visitor, page, query) -> None:
    assert visitor.get(f"{page.column.get_url()}atom.xml{query}").status_code == 404


def test_entry_has_a_lasting_id_and_the_canonical_address(visitor, page) -> None:
    address = f"{page.column.get_url()}atom.xml"
    give_host(district=page.district, hostname="furong.example")
    root = ET.fromstring(visitor.get(address).content)  # noqa: S314
    entry = root.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == f"urn:uuid:{page.translation_key}"
    assert entry.find(f"{ATOM}link").get("href") == page.full_url
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == page.unit.name


def test_content_and_sections_have_no_feed(visitor, page) -> None:
    section = page.get_parent()
    assert visitor.get(f"{page.get_url()}atom.xml").status_code == 404
    assert visitor.get(f"{page.column.get_url()}{section.slug}/atom.xml").status_code == 404


def test_empty_feed_is_a_feed(visitor) -> None:
    home = make_home()
    assert entries(visitor, f"{home.get_url()}atom.xml") == []


@pytest.mark.parametrize("count", [1, 3])
def test_queries_of_a_feed_do_not_grow(visitor, count, django_assert_num_queries) -> None:
    section = make_section()
    seed_articles(section, count)
    address = f"{section.get_parent().get_url()}atom.xml"
    entries(visitor, address)
    with django_assert_num_queries(11):
        assert len(entries(visitor, address)) == count
