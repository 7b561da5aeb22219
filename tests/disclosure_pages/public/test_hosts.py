"""A district under the city's host and under its own: two ways in, one canonical address."""

from __future__ import annotations

import pytest
from django.test import Client

from disclosure_pages.tree.domain.districts import give_host
from tests.disclosure_pages.public.markup import listed_titles, meta_tags, soup_of
from tests.factories.pages import make_published
from tests.factories.tenancy import make_district
from tests.factories.tree import make_column, make_section

pytestmark = pytest.mark.django_db


@pytest.fixture
def own_host(page) -> Client:
    give_host(district=page.district, hostname="furong.example")
    return Client(headers={"host": "furong.example"})


def test_both_addresses_show_the_page_and_agree_on_the_canonical_one(visitor, own_host, page) -> None:
    rest = page.url_path.removeprefix(page.district.root_page.url_path)
    answers = [visitor.get(f"/{page.district.slug}/{rest}"), own_host.get(f"/{rest}")]
    assert [answer.status_code for answer in answers] == [200, 200]
    canonical = {soup_of(answer).select_one("link[rel=canonical]")["href"] for answer in answers}
    assert canonical == {f"https://furong.example/{rest}"}
    assert {meta_tags(answer)["Url"] for answer in answers} == canonical
    assert {meta_tags(answer)["SiteDomain"] for answer in answers} == {"furong.example"}


def test_links_stay_on_the_host_of_the_visitor(visitor, own_host, page) -> None:
    for client, prefix in ((visitor, f"/{page.district.slug}/"), (own_host, "/")):
        links = soup_of(client.get(prefix)).select("a[href]")
        assert {link["href"].startswith(("/", "#")) for link in links} == {True}
        assert any(link["href"] == prefix + page.url_path.split("/", 3)[3] for link in links)


def test_breadcrumbs_begin_at_the_hosts_own_home(own_host, page) -> None:
    rest = page.url_path.removeprefix(page.district.root_page.url_path)
    crumbs = soup_of(own_host.get(f"/{rest}")).select(".breadcrumbs a")
    assert crumbs[0]["href"] == "/"
    assert page.district.city.name not in [crumb.text for crumb in crumbs]


def test_own_host_shows_no_other_district(own_host, page) -> None:
    neighbour = make_district(city=page.district.city)
    other = make_published("邻区", section=make_section(column=make_column(district=neighbour)))
    assert listed_titles(own_host.get("/")) == [page.title]
    for address in (f"/{neighbour.slug}/", "/" + other.url_path.split("/", 3)[3]):
        assert own_host.get(address).status_code == 404


def test_unknown_host_shows_the_default_site(page) -> None:
    stranger = Client(headers={"host": "unknown.example"})
    assert stranger.get(page.get_url()).status_code == 200
