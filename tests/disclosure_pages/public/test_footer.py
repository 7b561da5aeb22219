"""The footer names who runs the site and carries the links that are asked for."""

from __future__ import annotations

import pytest

from disclosure_pages.public.models import FooterLink
from tests.disclosure_pages.public.markup import soup_of
from tests.factories.tenancy import make_district
from tests.factories.tree import make_home

pytestmark = pytest.mark.django_db


def footer_of(client, address: str):
    return soup_of(client.get(address)).footer


def test_links_stand_where_they_belong(visitor) -> None:
    district = make_district(slug="furong")
    neighbour = make_district(city=district.city, slug="tianxin")
    for owner in (district, neighbour):
        make_home(owner)
    FooterLink.objects.create(label="本区", url="https://example.org/a", district=district, position=2)
    FooterLink.objects.create(label="找错", url="https://example.org/b", position=1)
    shown = {
        path: [link.text for link in footer_of(visitor, path).select("a")] for path in ("/furong/", "/tianxin/", "/")
    }
    assert shown == {"/furong/": ["找错", "本区"], "/tianxin/": ["找错"], "/": ["找错"]}


def test_change_of_a_link_counts_at_once(visitor) -> None:
    address = make_home().get_url()
    link = FooterLink.objects.create(label="旧", url="https://example.org/")
    assert footer_of(visitor, address).a.text == "旧"
    link.label = "新"
    link.save()
    assert footer_of(visitor, address).a.text == "新"
    link.delete()
    assert footer_of(visitor, address).a is None


def test_identifiers_of_the_district_are_printed(visitor) -> None:
    district = make_district(
        slug="furong", icp_number="湘ICP备00000001号", police_number="湘公网安备1号", contact="电话：0731-00000000"
    )
    make_home(district)
    text = footer_of(visitor, "/furong/").text
    assert [part for part in ("湘ICP备00000001号", "湘公网安备1号", "电话：0731-00000000") if part not in text] == []
