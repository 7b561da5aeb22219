import pytest
from django.utils import timezone

from search.enums import EventKind
from search.models import EngineState, FailedDelivery, OutboxEvent, PageVersion, VersionClock
from search.outbox.delivering import deliver
from search.outbox.dispatching import dispatch
from search.outbox.recording import record
from search.outbox.versions import raise_versions
from search.outbox.work import work
from tests.factories.pages import make_published
from tests.search.acts import withdraw

pytestmark = pytest.mark.django_db


def let_time_pass():
    """Everything that waits for a later attempt is due."""
    for model in (EngineState, FailedDelivery, OutboxEvent):
        model.objects.update(next_try_at=timezone.now())


def test_delivery_starts_where_the_last_one_ended(engine):
    make_published()
    work()

    assert (deliver("memory").pages, make_published() and work()["memory"].pages) == (0, 1)


def test_engine_that_is_away_costs_nothing_and_gets_everything_later(engine):
    engine.is_away = True
    pages = [make_published() for _ in range(3)]
    work()
    state = EngineState.objects.get()
    assert (state.attempts, state.last_error, OutboxEvent.objects.count()) == (1, "nobody answers", 0)
    engine.is_away = False
    let_time_pass()
    work()

    assert list(engine.index.documents()) == [page.pk for page in pages]
    assert (EngineState.objects.get().attempts, EngineState.objects.get().failing_since) == (0, None)


def test_engine_that_is_away_is_left_alone_for_a_while(engine):
    engine.is_away = True
    make_published()
    work()
    work()

    assert EngineState.objects.get().attempts == 1


def test_page_that_the_engine_refuses_holds_up_no_other(engine):
    first, second = make_published(), make_published()
    engine.refused = {first.pk}
    work()
    assert list(engine.index.documents()) == [second.pk]
    assert list(FailedDelivery.objects.values_list("key", "reason", "attempts")) == [(first.pk, "refused", 1)]
    engine.refused = set()
    let_time_pass()
    work()

    assert (list(engine.index.documents()), FailedDelivery.objects.count()) == ([first.pk, second.pk], 0)


def test_delivery_that_breaks_off_is_done_again(engine):
    pages = [make_published() for _ in range(4)]
    engine.changes_until_away = 2
    work()
    engine.is_away, engine.changes_until_away = False, None
    let_time_pass()
    work()

    assert list(engine.index.documents()) == [page.pk for page in pages]


def test_late_delivery_of_an_older_state_revives_nothing(engine):
    page = make_published()
    work()
    old = engine.index.documents()[page.pk]
    withdraw(page)
    work()
    engine.apply([old])

    assert engine.index.documents() == {}


def test_event_that_fails_is_kept_with_its_error(engine, caplog):
    page = make_published()
    OutboxEvent.objects.create(kind=EventKind.SUBTREE, keys=["no page"])
    work()
    failed = OutboxEvent.objects.get()

    assert (failed.attempts, "no page" in failed.last_error) == (1, True)
    assert list(engine.index.documents()) == [page.pk]


def test_event_for_many_pages_is_worked_off_in_chunks(engine, monkeypatch):
    monkeypatch.setattr("search.outbox.dispatching.CHUNK", 2)
    pages = [make_published() for _ in range(5)]
    work()
    before = dict(engine.versions())
    for page in pages:
        record(EventKind.DISTRICT, [page.district_id])
    record(EventKind.SUBTREE, [1])
    work()

    assert all(version > before[key] for key, version in engine.versions())
    assert OutboxEvent.objects.count() == 0


def test_versions_rise_even_when_the_clock_goes_back():
    first, second = make_published(), make_published()
    VersionClock.objects.update_or_create(pk=1, defaults={"last": 10**17})
    for page in (first, second, first):
        raise_versions(keys=[page.pk], changed_at=timezone.now())
    versions = dict(PageVersion.objects.values_list("key", "version"))

    assert 10**17 < versions[second.pk] < versions[first.pk]


def test_page_that_was_never_public_has_no_version(engine):
    record(EventKind.PAGES, [10**9])
    dispatch()

    assert PageVersion.objects.count() == 0


def test_every_configured_engine_is_told(engine, settings):
    settings.SEARCH_FALLBACK_ENGINE = "absent"
    settings.SEARCH_ENGINES = {**settings.SEARCH_ENGINES, "absent": "tests.search.memory_engine.MemoryEngine"}
    page = make_published()
    work()

    assert list(engine.index.documents()) == [page.pk]


def test_engine_that_knows_everything_is_left_in_peace(engine, django_assert_num_queries):
    make_published()
    work()
    engine.is_away = True
    with django_assert_num_queries(3):  # events, the latest version, failures
        work()

    assert EngineState.objects.get().attempts == 0
