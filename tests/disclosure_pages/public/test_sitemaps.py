"""sitemap.xml and robots.txt."""

from __future__ import annotations

import datetime as dt
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from disclosure_pages.public import rules
from disclosure_pages.public.views import sitemaps
from disclosure_pages.tree.domain.districts import give_host
from tests.benchmarks.seeding import seed_articles
from tests.factories.pages import make_draft, make_published

pytestmark = pytest.mark.django_db
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(client: Client, address: str) -> list[str]:
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    return [place.text for place in ET.fromstring(response.content).iter(f"{NAMESPACE}loc")]  # noqa: S314


def test_index_leads_to_every_public_page_and_to_no_other(visitor, page) -> None:
    draft = make_draft(section=page.get_parent().specific)
    found = [place for part in locations(visitor, "/sitemap.xml") for place in locations(visitor, part)]
    home = page.district.root_page
    assert found == ["http://localhost/", home.full_url, page.column.full_url, page.full_url]
    assert draft.full_url not in found


def test_parts_are_by_district_and_year(visitor, page) -> None:
    make_published(section=page.get_parent().specific, on=dt.date(2024, 2, 3))
    slug, year = page.district.slug, page.published_on.year
    assert locations(visitor, "/sitemap.xml")[1:] == [
        f"http://localhost/sitemap-{slug}-{year}-1.xml",
        f"http://localhost/sitemap-{slug}-2024-1.xml",
    ]


def test_full_part_is_followed_by_another(visitor, page, monkeypatch) -> None:
    for module in (rules, sitemaps):
        monkeypatch.setattr(module, "SITEMAP_PART", 2)
    seed_articles(page.get_parent().specific, 3)  # all in 2016
    parts = [part for part in locations(visitor, "/sitemap.xml") if "-2016-" in part]
    assert [len(locations(visitor, part)) for part in parts] == [2, 1]


def test_host_names_only_what_has_its_canonical_address_there(visitor, page) -> None:
    give_host(district=page.district, hostname="furong.example")
    own = Client(headers={"host": "furong.example"})
    assert locations(visitor, "/sitemap.xml") == ["http://localhost/sitemap-columns.xml"]
    assert locations(visitor, "/sitemap-columns.xml") == ["http://localhost/"]
    found = [place for part in locations(own, "/sitemap.xml") for place in locations(own, part)]
    page.refresh_from_db()
    assert found == ["https://furong.example/", page.column.full_url, page.full_url]


@pytest.mark.parametrize("part", ["nobody-2026-1", "{slug}-1999-1", "{slug}-{year}-2", "{slug}-{year}-0", "{slug}-0-1"])
def test_unknown_part_answers_404(visitor, page, part) -> None:
    name = part.format(slug=page.district.slug, year=page.published_on.year)
    assert visitor.get(f"/sitemap-{name}.xml").status_code == 404


def test_robots_names_the_sitemap_of_the_host(visitor, page) -> None:
    lines = visitor.get("/robots.txt").content.decode().splitlines()
    assert lines == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /reading/",
        "",
        "Sitemap: http://localhost/sitemap.xml",
    ]
