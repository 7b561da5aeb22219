import pytest

from disclosure_pages.tree.models import DisclosurePage
from search.documents import Tombstone
from search.domain.verifying import BLOCK, Difference, DifferenceKind, fix, verify
from search.engines.contract import EngineAway
from search.models import PageVersion
from search.outbox.work import work
from tests.factories.pages import make_published

pytestmark = pytest.mark.django_db


def found():
    return [(difference.key, difference.kind) for difference in verify(name="memory").differences]


def test_index_that_is_true_has_the_digest_of_the_database(engine):
    make_published()
    work()
    verified = verify(name="memory")

    assert (verified.pages, verified.differences, verified.waiting) == (1, (), 0)
    assert verified.digest == verified.index_digest


def test_each_difference_is_named(engine):
    missing, stale, hidden, _true = (make_published() for _ in range(4))
    work()
    del engine.index.entries[missing.pk]
    PageVersion.objects.filter(key=stale.pk).update(version=10**17)
    DisclosurePage.objects.filter(pk=hidden.pk).update(is_public=False)

    assert found() == [
        (missing.pk, DifferenceKind.MISSING),
        (stale.pk, DifferenceKind.STALE),
        (hidden.pk, DifferenceKind.NOT_PUBLIC),
    ]


def test_differences_are_mended(engine):
    missing, stale, hidden, _true = (make_published() for _ in range(4))
    work()
    del engine.index.entries[missing.pk]
    PageVersion.objects.filter(key=stale.pk).delete()
    DisclosurePage.objects.filter(pk=hidden.pk).update(is_public=False)
    fix(differences=verify(name="memory").differences)
    work()

    assert found() == []
    assert hidden.pk not in engine.index.documents()


def test_index_ahead_of_a_database_from_a_backup_is_mended(engine):
    page = make_published()
    work()
    ahead = 10**17
    engine.apply([Tombstone(page.pk, ahead)])
    engine.index.entries[page.pk + BLOCK] = Tombstone(page.pk + BLOCK, 5)
    differences = verify(name="memory").differences
    assert [difference.kind for difference in differences] == [DifferenceKind.MISSING]
    fix(differences=[Difference(page.pk, DifferenceKind.STALE, 1, ahead)])
    work()

    assert found() == []


def test_change_that_is_under_way_is_counted(engine):
    make_published()
    verified = verify(name="memory")

    assert (len(verified.differences), verified.waiting > 0) == (1, True)


def test_engine_that_is_away_cannot_be_verified(engine):
    engine.is_away = True
    with pytest.raises(EngineAway):
        verify(name="memory")


def test_pages_far_apart_are_compared(engine):
    pages = [make_published() for _ in range(3)]
    work()
    far = pages[0].pk + 10 * BLOCK
    engine.index.entries[far] = engine.index.entries[pages[0].pk].__class__(
        key=far, version=1, url="/", page_type="article", title="", district="", unit=""
    )

    assert found() == [(far, DifferenceKind.NOT_PUBLIC)]
