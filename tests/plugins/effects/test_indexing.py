"""What plug-ins say about pages that are indexed: about theirs only; what is wrong of one leaves the others."""

from types import SimpleNamespace

from django.utils import timezone

from plugins.calling import Given, Kind, overheard
from plugins.domain.switching import enable
from plugins.effects.indexing import said_of, where_on
from plugins.effects.search_facets import values_beside
from search.models import FailedDelivery
from search.outbox.work import work
from tests.factories.pages import make_published
from tests.plugins.sample import hooks
from tests.plugins.sample.models import NoticePage
from tests.search.public.installed import embedded_engine


def said(here, answer):
    with overheard() as heard:
        found = said_of(here, plugin="sample", what="search_texts", function=lambda keys: answer, made=str)
    return found, [trouble.kind for trouble in heard]


def test_pages_that_nobody_asked_about_are_left_out():
    assert said([1, 2], {1: ["a"], 3: ["z"]}) == ({1: ["a"]}, [])


def test_what_is_wrong_of_one_page_leaves_the_others():
    assert said([1, 2], {1: ["a"], 2: "text"}) == ({1: ["a"]}, [Kind.WRONG_TYPE])
    assert said([1, 2], ["a"]) == (None, [Kind.WRONG_TYPE])


def test_wrong_value_of_one_page_drops_its_values_only(two):
    enable("hostile", district=two.here, user=None)
    first, other = two.notice(two.here), make_published(section=two.notice(two.here).get_parent().specific)
    keys = [first.pk, other.pk]

    names = {key: {name for name, _value in pairs} for key, pairs in values_beside(NoticePage, keys).said.items()}
    assert ["hostile.one_wrong" in names[key] for key in keys] == [False, True]


def test_plug_ins_are_asked_about_pages_where_they_are_on(two, django_assert_num_queries):
    added = [Given(plugin, SimpleNamespace()) for plugin in ("sample", "hostile", "sample")]
    keys = [two.notice(two.here).pk, two.notice(two.there).pk]

    with django_assert_num_queries(2):
        asked = [(given.plugin, here) for given, here in where_on(added, keys)]
    assert asked == [("sample", keys[:1])] * 2


def test_page_of_which_nothing_could_be_said_is_found_and_tried_again(two, visitor, settings, tmp_path, monkeypatch):
    key = two.notice(two.here).pk
    monkeypatch.setattr(hooks, "AWAY", ["register of places"])
    with embedded_engine(settings, tmp_path) as engine:
        before = dict(engine.versions())
        assert list(FailedDelivery.objects.values_list("key", "reason")) == [(key, "sample: search_facets.where")]
        monkeypatch.setattr(hooks, "AWAY", [])
        FailedDelivery.objects.update(next_try_at=timezone.now())
        work()
        facets = visitor.get("/api/public/v1/search", {"q": "停水", "district": two.here.slug}).json()["facets"]

    assert (key in before, FailedDelivery.objects.count()) == (True, 0)
    assert [one["value"] for one in facets["sample.where"]] == ["社区广场"]
