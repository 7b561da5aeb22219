"""A facet of a plug-in narrows the search where the plug-in is on, and is nothing elsewhere."""

import json

import pytest
from django.core.management import CommandError, call_command

from plugins.calling import Kind
from plugins.domain.switching import disable, enable
from plugins.models import Incident
from search.outbox.work import work
from tests.search.public.installed import embedded_engine

API = "/api/public/v1/search"
WHERE = "sample.where"


@pytest.fixture
def index(two, settings, tmp_path):
    """Everything that the districts have is found."""
    with embedded_engine(settings, tmp_path) as engine:
        yield engine


def screen(visitor, district, **query):
    return visitor.get(f"/{district.slug}/search/", {"q": "停水", **query}, follow=True)


def hits(visitor, **query) -> list[int]:
    return [item["id"] for item in visitor.get(API, {"q": "停水", **query}).json()["items"]]


def test_screen_offers_it_where_the_plug_in_is_on(index, two, visitor):
    here, there = (
        screen(visitor, district, **{WHERE: "社区广场"}).content.decode() for district in (two.here, two.there)
    )

    assert ("地点" in here, "〔社区广场〕" in here, f'name="{WHERE}"' in here) == (True, True, True)
    assert ("地点" in there, "社区广场〕" in there, WHERE in there, "停水</mark>公告" in there) == (
        False,
        False,
        False,
        True,
    )


def test_value_that_nothing_has_finds_nothing(index, two, visitor):
    response = screen(visitor, two.here, **{WHERE: "火车站"})

    assert (response.context["found"].total, [chip.label for chip in response.context["found"].chips]) == (
        0,
        ["〔火车站〕"],
    )


def test_api_counts_and_narrows(index, two, visitor):
    facets = visitor.get(API, {"q": "停水", "district": two.here.slug}).json()["facets"]

    assert facets[WHERE] == [{"value": "社区广场", "label": "〔社区广场〕", "total": 1}]
    assert hits(visitor, **{WHERE: "社区广场"}) == [two.notice(two.here).pk]
    assert hits(visitor, district=two.here.slug, **{WHERE: "火车站"}) == []
    assert WHERE not in visitor.get(API, {"q": "停水", "district": two.there.slug}).json()["facets"]


def test_command_narrows(index, two, capsys):
    call_command("search", "query", "停水", "--narrow", f"{WHERE}=社区广场", "--json")
    told = json.loads(capsys.readouterr().out)

    assert ([hit["key"] for hit in told["hits"]], told["facets"][WHERE]) == ([two.notice(two.here).pk], {"社区广场": 1})


def test_command_names_what_narrows(index, two):
    with pytest.raises(CommandError, match=r"sample\.where=广场.*unit"):
        call_command("search", "query", "停水", "--district", two.there.slug, "--narrow", f"{WHERE}=广场")


def test_switching_is_followed_by_the_index(index, two, visitor):
    disable("sample", district=two.here, user=None)
    enable("sample", district=two.there, user=None)
    work()

    assert hits(visitor, **{WHERE: "社区广场"}) == [two.notice(two.there).pk]


def test_what_fails_counts_nothing_and_is_told(two, visitor, settings, tmp_path):
    enable("hostile", district=two.here, user=None)
    with embedded_engine(settings, tmp_path):
        html = screen(visitor, two.here, **{"hostile.nameless": "a"}).content.decode()
        facets = visitor.get(API, {"q": "停水", "district": two.here.slug}).json()["facets"]

    assert ("停水</mark>公告" in html, "hostile.nameless" in html) == (True, True)
    assert {name: counts for name, counts in facets.items() if name.startswith("hostile")} == {
        "hostile.raises": [],
        "hostile.wrong": [],
        "hostile.nameless": [{"value": "a", "label": "a", "total": 1}],
        "hostile.one_wrong": [],
    }
    told = dict(Incident.objects.filter(plugin="hostile", hook__startswith="search_facets").values_list("hook", "kind"))
    assert told == {
        "search_facets.raises": Kind.RAISED,
        "search_facets.wrong": Kind.WRONG_TYPE,
        "search_facets.one_wrong": Kind.WRONG_TYPE,
        "search_facets.nameless.labels": Kind.RAISED,
    }


def test_another_district_pays_one_query_for_what_is_off(two, django_assert_num_queries):
    from search.domain.added import added_facets

    with django_assert_num_queries(2):
        assert added_facets([two.there.slug]) == ()
    disable("sample", district=two.here, user=None)
    with django_assert_num_queries(1):
        assert added_facets([two.here.slug]) == ()
