import pytest

from disclosure_pages.tree.models import DisclosurePage
from search.domain.locking import Busy, exclusive
from search.domain.rebuilding import rebuild, roll_back
from search.engines.contract import EngineAway
from search.models import FailedDelivery, IndexBuild, IndexPosition
from search.outbox.work import work
from tests.factories.pages import make_changed_draft, make_draft, make_published, publish
from tests.search.acts import withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture
def small_chunks(monkeypatch):
    monkeypatch.setattr("search.domain.rebuilding.CHUNK", 2)


def broken_off(engine, *, after):
    """Begin a rebuild that ends after so many pages."""
    engine.changes_until_away = after
    with pytest.raises(EngineAway):
        rebuild(name="memory")
    engine.is_away, engine.changes_until_away = False, None


def test_first_build_makes_an_index_of_everything_public(unbuilt_engine):
    pages = [make_published() for _ in range(3)]
    make_draft("机密草稿")
    seen = []
    done = rebuild(name="memory", progress=lambda *figures: seen.append(figures))

    assert (done.pages, done.failures, seen) == (3, 0, [(3, 3)])
    assert list(unbuilt_engine.index.documents()) == [page.pk for page in pages]
    assert [state.is_serving for state in unbuilt_engine.indexes()] == [True]


def test_nothing_is_delivered_twice_after_a_build(unbuilt_engine):
    make_published()
    work()
    rebuild(name="memory")

    assert work()["memory"].pages == 0


def test_former_index_answers_until_the_swap(engine):
    page = make_published()
    work()
    broken_off(engine, after=0)

    assert (engine.serving, list(engine.index.documents())) == ("first", [page.pk])


def test_build_that_broke_off_goes_on(engine, small_chunks):
    pages = [make_published() for _ in range(7)]
    broken_off(engine, after=5)
    halfway = IndexBuild.objects.get()
    assert (halfway.done_to, halfway.done) == (pages[1].pk, 4)
    done = rebuild(name="memory")

    assert (done.index, done.went_on, IndexBuild.objects.count()) == (halfway.index, True, 0)
    assert list(engine.index.documents()) == [page.pk for page in pages]


def test_build_that_broke_off_is_left_when_asked(engine, small_chunks):
    page = make_published()
    broken_off(engine, after=0)
    former = IndexBuild.objects.get().index
    done = rebuild(name="memory", afresh=True)

    assert (done.index != former, done.went_on, former in engine.all) == (True, False, False)
    assert list(engine.index.documents()) == [page.pk]


def test_build_killed_after_the_swap_is_finished(engine):
    make_published()
    broken_off(engine, after=0)
    name = IndexBuild.objects.get().index
    with engine.new_index(name):
        engine.swap(name)

    assert (rebuild(name="memory").index, IndexBuild.objects.count()) == (name, 0)


def test_changes_during_a_build_are_in_the_new_index(engine, small_chunks):
    gone, changed = make_published(), make_published("旧题")
    make_published()
    make_published()
    new = []

    def meanwhile(done, total):
        if done == 2:
            withdraw(gone)
            publish(make_changed_draft(changed, title="新题"))
            new.append(make_published("后来"))
            work()

    rebuild(name="memory", progress=meanwhile)
    documents = engine.index.documents()

    assert set(documents) == set(DisclosurePage.objects.public().values_list("pk", flat=True))
    assert (documents[changed.pk].title, documents[new[0].pk].title) == ("新题", "后来")


def test_refused_page_is_kept_for_later(engine):
    bad, good = make_published(), make_published()
    engine.refused = {bad.pk}
    done = rebuild(name="memory")

    assert (done.failures, list(engine.index.documents())) == (1, [good.pk])
    assert FailedDelivery.objects.get().position.index == done.index


def test_former_index_answers_again_with_what_changed_since(engine):
    first = make_published()
    work()
    rebuild(name="memory")
    second = make_published()
    work()

    assert roll_back(name="memory") == "first"
    assert (engine.serving, list(engine.index.documents())) == ("first", [first.pk, second.pk])


def test_rollback_without_a_former_index_is_refused(engine):
    with pytest.raises(LookupError):
        roll_back(name="memory")


def test_positions_of_indexes_that_are_gone_are_forgotten(engine):
    IndexPosition.objects.create(engine="memory", index="long gone", version=3)
    done = rebuild(name="memory")

    assert set(IndexPosition.objects.values_list("index", flat=True)) == {"first", done.index}


def test_two_builds_at_once_are_refused(engine):
    with exclusive("rebuild-memory"), pytest.raises(Busy):
        rebuild(name="memory")


def test_page_that_is_public_behind_the_outbox_is_found(unbuilt_engine):
    page = make_published()
    work()
    from search.models import OutboxEvent, PageVersion

    OutboxEvent.objects.all().delete()
    PageVersion.objects.filter(key=page.pk).update(is_public=False)
    rebuild(name="memory")

    assert list(unbuilt_engine.index.documents()) == [page.pk]
    assert PageVersion.objects.get().is_public
