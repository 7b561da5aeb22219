"""The home pages of the city and of a district."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from disclosure_pages.tree.enums import ColumnPurpose
from tests.benchmarks.seeding import seed_articles
from tests.disclosure_pages.public.markup import listed_titles, meta_tags, soup_of
from tests.factories.pages import make_draft, make_published
from tests.factories.tenancy import make_district, make_unit
from tests.factories.tree import make_column, make_home, make_section

pytestmark = pytest.mark.django_db


@pytest.fixture
def district():
    return make_district(name="芙蓉区", slug="furong", government_name="芙蓉区人民政府", site_identifier="4301020001")


def test_disclosure_column_has_its_fixed_order(visitor, district) -> None:
    order = [ColumnPurpose.OTHER, ColumnPurpose.ON_REQUEST, ColumnPurpose.PUBLIC_ENTERPRISE, ColumnPurpose.STATUTORY]
    for position, purpose in enumerate([*order, ColumnPurpose.GUIDE]):
        make_column(str(purpose.label), district=district, purpose=purpose, position=position, slug=f"c{position}")
    soup = soup_of(visitor.get("/furong/"))
    assert [heading.text.strip() for heading in soup.select(".entry__title")] == [
        str(purpose.label) for purpose in (ColumnPurpose.GUIDE, ColumnPurpose.STATUTORY, ColumnPurpose.ON_REQUEST)
    ]
    assert [heading.text.strip() for heading in soup.select(".group__title")] == [
        str(purpose.label) for purpose in (ColumnPurpose.PUBLIC_ENTERPRISE, ColumnPurpose.OTHER)
    ]


def test_statutory_columns_expand_without_script(visitor, district) -> None:
    statutory = make_column("法定主动公开内容", district=district, purpose=ColumnPurpose.STATUTORY)
    livelihood = make_column("重大民生信息", parent=statutory, numbering="12.")
    make_column("教育信息", parent=livelihood)
    details = soup_of(visitor.get("/furong/")).select("details")
    assert [link.text for link in details[0].select("a")] == ["12.重大民生信息", "教育信息"]
    assert [link.text for link in details[1].select("a")] == ["教育信息"]


def test_figures_cover_everything_below_a_column(visitor, district) -> None:
    guide = make_column("指南", district=district, purpose=ColumnPurpose.GUIDE)
    for _ in range(2):
        seed_articles(make_section(column=make_column(parent=guide)), 3)
    (total,) = soup_of(visitor.get("/furong/")).select(".figures__total")
    assert re.findall(r"\d+", total.text) == ["6"]


def test_homes_show_public_content_of_their_own_place_only(visitor, district) -> None:
    neighbour = make_district(city=district.city, slug="tianxin")
    elsewhere = make_section(column=make_column(district=neighbour))
    here = make_section(unit=make_unit(district))
    for title, section in (("本区", here), ("邻区", elsewhere)):
        make_published(title, section=section)
        make_draft(f"{title}草稿", section=section)
    assert listed_titles(visitor.get("/furong/")) == ["本区"]
    assert listed_titles(visitor.get("/tianxin/")) == ["邻区"]
    assert listed_titles(visitor.get("/")) == ["邻区", "本区"]


def test_city_home_leaves_out_another_city(visitor, district) -> None:
    make_published("外市", section=make_section())  # the city that is made last is the default site
    make_published("本市", section=make_section(unit=make_unit(district)))
    assert listed_titles(visitor.get("/")) == ["本市"]


def test_home_names_who_runs_it(visitor, district) -> None:
    make_home(district)
    response = visitor.get("/furong/")
    tags = meta_tags(response)
    assert (tags["SiteDomain"], tags["SiteIDCode"]) == ("localhost", "4301020001")
    assert "芙蓉区" in tags["SiteName"]
    footer = soup_of(response).footer.text
    assert "芙蓉区人民政府" in footer
    assert "4301020001" in footer


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("/", 9), ("/furong/", 11)])
def test_queries_of_homes_do_not_grow(visitor, district, address, queries, count, django_assert_num_queries) -> None:
    for _ in range(count):
        seed_articles(make_section(column=make_column(district=district)), count)
    visitor.get(address)
    with django_assert_num_queries(queries):
        assert visitor.get(address).status_code == 200


def test_retired_columns_are_not_on_the_home_page(visitor, district) -> None:
    make_column("已撤栏目", district=district, retired_on="2026-01-01")
    assert "已撤栏目" not in visitor.get("/furong/").content.decode()


def test_home_has_a_feed(visitor, district) -> None:
    make_home(district)
    (link,) = soup_of(visitor.get("/furong/")).select("link[rel=alternate]")
    assert link["href"] == reverse("gongkai_public:feed", args=("furong/",))
