"""The search as readers get it."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

import pytest

from disclosure_pages.tree.models import DisclosurePage
from tests.disclosure_pages.public.markup import markup_errors, soup_of
from tests.factories.documents import make_policy_document
from tests.factories.pages import make_changed_draft, make_draft, make_published, publish
from tests.factories.tenancy import make_district, make_unit
from tests.factories.tree import make_column, make_section
from tests.search.acts import withdraw

pytestmark = pytest.mark.django_db


def titles(response) -> list[str]:
    return [hit.plain_title for hit, _url, _beside in response.context["hits"]]


def facet(response, name) -> dict[str, int]:
    facets = {one.name: one for one in response.context["found"].facets}
    return {value.label: value.total for value in (*facets[name].first, *facets[name].rest)} if name in facets else {}


@pytest.fixture
def enrolment(section, deliver):
    page = make_published("义务教育招生工作通知", section=section, body="<p>今年招生，继续就近入学。</p>")
    deliver()
    return page


def test_part_of_a_title_finds_it(client, enrolment) -> None:
    response = client.get("/furong/search/", {"q": "教育招生"})
    soup = soup_of(response)

    assert titles(response) == ["义务教育招生工作通知"]
    assert soup.select_one(".hit__title a")["href"] == enrolment.get_url()
    assert [mark.text for mark in soup.select(".hit__title mark")] == ["教育招生"]


def test_text_is_shown_where_the_word_stands(client, enrolment) -> None:
    soup = soup_of(client.get("/furong/search/", {"q": "就近入学"}))

    assert soup.select_one(".hit__text").text == "今年招生，继续就近入学。"
    assert soup.select_one(".hit__text mark").text == "就近入学"


def test_markup_in_titles_is_text(client, section, deliver) -> None:
    make_published("<b>招生</b>&问答", section=section)
    deliver()
    response = client.get("/furong/search/", {"q": "<i>招生"})

    assert soup_of(response).select_one(".hit__title a").text == "<b>招生</b>&问答"
    assert markup_errors(response) == []


def test_plain_screen_says_how_to_search(client, embedded, section) -> None:
    response = client.get("/furong/search/")

    assert (response.status_code, response.context["found"]) == (200, None)


def test_defaults_and_empty_fields_lead_to_the_one_address(client, enrolment) -> None:
    response = client.get("/furong/search/", {"page": "1", "on": "", "sort": "relevance", "q": " 招生 ", "size": "7"})

    assert (response.status_code, response["Location"]) == (302, "/furong/search/?q=%E6%8B%9B%E7%94%9F")
    assert client.get(response["Location"]).status_code == 200


@pytest.mark.parametrize("query", [{"on": "2026-02-30"}, {"page": "0"}, {"page": "51"}, {"q": "招生", "page": "2"}])
def test_what_cannot_be_shown_is_not_there(client, enrolment, query) -> None:
    assert client.get("/furong/search/", query).status_code == 404


@pytest.mark.parametrize("address", ["/nowhere/search/", "/furong/s/search/"])
def test_there_is_no_search_where_no_home_is(client, embedded, section, address) -> None:
    assert client.get(address).status_code == 404


def test_nothing_found_says_what_to_do(client, enrolment) -> None:
    response = client.get("/furong/search/", {"q": "飞船", "unit": "furong/jyj"})
    links = [link["href"] for link in soup_of(response).select(".empty a")]

    assert response.status_code == 200
    assert links == ["/furong/search/?q=%E9%A3%9E%E8%88%B9", "/search/?q=%E9%A3%9E%E8%88%B9", "/furong/library/"]


def test_signs_without_a_word_find_nothing(client, enrolment) -> None:
    assert titles(client.get("/furong/search/", {"q": "！！？"})) == []


@pytest.fixture
def two_districts(section, furong, deliver):
    yuhua = make_district(slug="yuhua", name="雨花区", city=furong.city)
    there = make_section(column=make_column("教育", district=yuhua), unit=make_unit(yuhua, name="教育局", code="jyj"))
    make_published("芙蓉区招生", section=section)
    make_published("雨花区招生", section=there)
    deliver()


def test_district_finds_its_own_and_the_city_all(client, two_districts) -> None:
    assert titles(client.get("/furong/search/", {"q": "招生"})) == ["芙蓉区招生"]
    assert sorted(titles(client.get("/search/", {"q": "招生"}))) == ["芙蓉区招生", "雨花区招生"]


def test_facets_count_and_are_chosen_and_taken_away(client, two_districts) -> None:
    response = client.get("/search/", {"q": "招生", "district": "yuhua"})
    chip = response.context["found"].chips[0]

    assert (titles(response), facet(response, "district")) == (["雨花区招生"], {"雨花区": 1, "芙蓉区": 1})
    assert (chip.label, chip.address) == ("雨花区", "?q=%E6%8B%9B%E7%94%9F")


def test_other_districts_are_neither_counted_nor_reached_from_a_district(client, two_districts) -> None:
    response = client.get("/furong/search/", {"q": "招生", "district": "yuhua"}, follow=True)

    assert (titles(response), facet(response, "district")) == (["芙蓉区招生"], {})


def test_force_is_that_of_the_day(client, section, deliver) -> None:
    old = make_policy_document("旧资助办法", section=section, effective_on=dt.date(2020, 1, 1))
    row = {"kind": "repeals", "target": old}
    make_policy_document("新资助办法", section=section, effective_on=dt.date(2026, 3, 1), relations=[row])
    deliver()
    asked = {"q": "资助办法", "in_force": "1"}

    assert titles(client.get("/furong/search/", {"q": "资助办法"})) == ["新资助办法", "旧资助办法"]
    assert titles(client.get("/furong/search/", asked)) == ["新资助办法"]
    assert titles(client.get("/furong/search/", {"q": "资助办法", "on": "2026-02-28", "in_force": "1"})) == [
        "旧资助办法"
    ]


def test_what_was_withdrawn_is_not_shown_although_the_index_lags(client, enrolment) -> None:
    withdraw(enrolment)
    response = client.get("/furong/search/", {"q": "就近入学"})

    assert (titles(response), response.context["found"].total) == ([], 0)
    assert "义务教育招生" not in response.content.decode()


def test_what_was_corrected_is_not_shown_as_it_was(client, enrolment) -> None:
    publish(make_changed_draft(enrolment, title="改正的通知", body="<p>改正。</p>"), reason="已核")
    page = soup_of(client.get("/furong/search/", {"q": "就近入学"})).select_one(".hits").text

    assert ("改正的通知" in page, "就近" in page, "义务教育" in page) == (True, False, False)


def test_drafts_are_not_found(client, section, deliver) -> None:
    make_draft("金丝雀草稿", section=section)
    deliver()

    assert titles(client.get("/furong/search/", {"q": "金丝雀"})) == []
    assert DisclosurePage.objects.count() == 1


def test_hits_come_in_pages(client, section, deliver) -> None:
    for number in range(21):
        make_published(f"招生第{number}号", section=section)
    deliver()
    first = client.get("/furong/search/", {"q": "招生"})
    second = client.get("/furong/search/", {"q": "招生", "page": "2"})

    assert (len(titles(first)), len(titles(second))) == (20, 1)
    assert soup_of(first).select_one("a[rel=next]")["href"] == "/furong/search/?q=%E6%8B%9B%E7%94%9F&page=2"
    assert soup_of(second).select_one(".hits")["start"] == "21"


def test_number_of_queries_does_not_follow_that_of_hits(client, section, deliver, django_assert_num_queries) -> None:
    def ask() -> list[str]:
        return titles(client.get("/furong/search/", {"q": "招生"}))

    make_published("招生", section=section)
    deliver()
    ask()  # what is kept in memory is there
    with django_assert_num_queries(8):  # two ask which plug-ins are on, that may add facets and formats
        assert len(ask()) == 1
    make_policy_document("招生办法", section=section)
    make_published("招生问答", section=section)
    deliver()
    ask()
    with django_assert_num_queries(10):  # names of topics and of kinds of document
        assert len(ask()) == 3


def test_answers_are_kept_by_nobody(client, enrolment) -> None:
    response = client.get("/furong/search/", {"q": "招生"})

    assert response["Cache-Control"] == "private, no-cache"
    assert "ETag" not in response


@pytest.mark.parametrize("query", ["", "?q=招生", "?q=飞船", "?q=招生&in_force=1&on=2026-01-01&year=2025"])
def test_markup_is_valid_and_headings_follow_one_another(client, enrolment, query) -> None:
    response = client.get(f"/furong/search/{query}")
    soup = soup_of(response)
    levels = [int(heading.name[1]) for heading in soup.find_all(re.compile("^h[1-6]$"))]

    assert (response.status_code, markup_errors(response)) == (200, [])
    assert [pair for pair in pairwise([0, *levels]) if pair[1] > pair[0] + 1] == []
    assert {(script["type"], script.text) for script in soup.find_all("script")} == {("module", "")}
    assert soup.find_all("style") == []
    assert [
        one["id"] for one in soup.select("input[type=search], select") if not soup.select(f"label[for={one['id']}]")
    ] == []


@pytest.mark.parametrize(("address", "target"), [("/", "/search/"), ("/furong/", "/furong/search/")])
def test_every_page_has_the_box(client, embedded, section, address, target) -> None:
    form = soup_of(client.get(address)).select_one(".masthead form[role=search]")

    assert (form["action"], form["method"], form.input["name"]) == (target, "get", "q")


def test_scope_is_switched_with_the_words(client, two_districts) -> None:
    response = client.get("/furong/search/", {"q": "招生", "unit": "furong/jyj", "in_force": "1"})
    links = [(link.text, link["href"], link.get("aria-current")) for link in soup_of(response).select(".scopes a")]
    asked = "?q=%E6%8B%9B%E7%94%9F&in_force=1"

    assert links == [("全部区县", f"/search/{asked}", None), ("芙蓉区", f"/furong/search/{asked}", "true")]


def test_city_leads_to_its_districts(client, two_districts) -> None:
    links = soup_of(client.get("/search/")).select(".scopes a")

    assert [link["href"] for link in links] == ["/search/", "/furong/search/", "/yuhua/search/"]


def test_days_of_publication_are_asked_for_in_the_form(client, enrolment) -> None:
    asked = {"q": "招生", "since": "2020-01-01", "until": "2020-12-31"}
    response = client.get("/furong/search/", asked)
    form = soup_of(response).select_one("form.question")

    assert {field["name"]: field["value"] for field in form.select("input") if field.get("value")} == {
        **asked,
        "in_force": "1",
    }
    assert [chip.label for chip in response.context["found"].chips] == ["2020-01-01", "2020-12-31"]


def test_library_page_has_a_search_of_its_own(client, section, enrolment, deliver) -> None:
    make_policy_document("招生办法", section=section)
    deliver()
    form = soup_of(client.get("/furong/library/")).select_one("main form.search-box")
    fields = {field["name"]: field["value"] for field in form.select("input[type=hidden]")}

    assert titles(client.get(form["action"], {**fields, "q": "招生"})) == ["招生办法"]
