"""Build an index anew beside the one that answers, and let it answer: readers notice nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from disclosure_pages.tree.models import DisclosurePage
from search.building.ahead import build_ahead
from search.engines.contract import Engine, NewIndex
from search.engines.registry import engine_named
from search.models import EngineState, IndexBuild, IndexPosition, PageVersion, VersionClock
from search.outbox.delivering import BATCH, NoIndex, serving_index, settle, tell, try_to_deliver
from search.outbox.dispatching import dispatch
from search.outbox.versions import raise_versions

from .locking import exclusive

CHUNK = 500

#: Told how many pages are built, of how many.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The index that answers now; ``failures`` are pages that it did not take, which are tried again."""

    index: str
    pages: int
    failures: int
    went_on: bool


def rebuild(*, name: str, progress: Progress | None = None, afresh: bool = False) -> Rebuilt:
    """Build a new index in the engine ``name`` and let it answer; the former one is kept.

    A build that was killed goes on where it stopped, unless ``afresh``. What changes meanwhile is delivered to the
    index that answers as ever, and to the new one before it answers, so that nothing withdrawn is revived. Raises
    ``EngineAway``, and ``Busy`` while another process builds.
    """
    engine = engine_named(name)
    with exclusive(f"rebuild-{name}"):
        unfinished = IndexBuild.objects.filter(engine=name).first()
        if unfinished is not None and afresh:
            _abandon(unfinished, engine)
        went_on = unfinished is not None and not afresh
        under_way = unfinished if unfinished is not None and went_on else _begin(name)
        position = IndexPosition.objects.get(engine=name, index=under_way.index)
        if _serves(engine) != under_way.index:  # else it was killed after the swap
            _fill(under_way, position, engine, progress or _quietly)
            engine.swap(under_way.index)
        _forget_what_is_gone(name, engine)
        under_way.delete()
        _deliver_at_once(name)
    return Rebuilt(position.index, under_way.done, position.failures.count(), went_on)


def _quietly(done: int, total: int) -> None:
    """Tell nobody."""


def _begin(name: str) -> IndexBuild:
    """Every page has a version before the build begins: what gets one later has changed since."""
    dispatch()
    _give_versions()
    index = f"pages-{timezone.now():%Y%m%d-%H%M%S-%f}"
    with transaction.atomic():
        IndexPosition.objects.create(engine=name, index=index, version=VersionClock.locked().last)
        return IndexBuild.objects.create(engine=name, index=index, total=DisclosurePage.objects.public().count())


def _give_versions() -> None:
    """To public pages that have none, or of which the outbox has not heard that they are public again."""
    known = PageVersion.objects.filter(key=OuterRef("pk"), is_public=True)
    unknown = DisclosurePage.objects.public().filter(~Exists(known)).order_by("pk").values_list("pk", flat=True)
    while keys := list(unknown[:CHUNK]):
        raise_versions(keys=keys, changed_at=timezone.now())


def _abandon(unfinished: IndexBuild, engine: Engine) -> None:
    if _serves(engine) != unfinished.index and unfinished.index in {state.name for state in engine.indexes()}:
        engine.drop(unfinished.index)
    IndexPosition.objects.filter(engine=unfinished.engine, index=unfinished.index).delete()
    unfinished.delete()


def _serves(engine: Engine) -> str:
    try:
        return serving_index(engine)
    except NoIndex:
        return ""


def _fill(under_way: IndexBuild, position: IndexPosition, engine: Engine, progress: Progress) -> None:
    if under_way.index not in {state.name for state in engine.indexes() if state.documents}:
        under_way.done_to = under_way.done = 0  # whatever was built is lost
    with engine.new_index(under_way.index) as index:
        _load(under_way, position, index, progress)
        _catch_up(position, index)
    position.save(update_fields=["version"])  # not before the block ends: only then everything is written


def _load(under_way: IndexBuild, position: IndexPosition, index: NewIndex, progress: Progress) -> None:
    """All pages in the order of their keys. A chunk counts as done when the next one is in: before, it may be lost."""
    left = under_way.total - under_way.done
    for keys, prepared in build_ahead(_chunks(after=under_way.done_to), index.prepare, pages=left):
        failures = index.load(prepared)
        settle(position, [*keys, *(failure.key for failure in failures)], failures)
        under_way.done += len(keys)
        under_way.save(update_fields=["done_to", "done", "went_on_at"])
        under_way.done_to = keys[-1]
        progress(under_way.done, max(under_way.done, under_way.total))
    last = index.apply(())
    settle(position, [failure.key for failure in last], last)


def _chunks(*, after: int) -> Iterator[list[int]]:
    public = DisclosurePage.objects.public().order_by("pk").values_list("pk", flat=True)
    while keys := list(public.filter(pk__gt=after)[:CHUNK]):
        yield keys
        after = keys[-1]


def _catch_up(position: IndexPosition, index: NewIndex) -> None:
    """Tell the new index what has changed since the build began, until there is nothing left."""
    dispatch()
    while rows := list(position.waiting()[:BATCH]):
        settle(position, [row.key for row in rows], tell(rows, index.apply))
        position.version = rows[-1].version
        dispatch()


def _deliver_at_once(name: str) -> None:
    """What changed between the last look and the swap; whatever kept the engine away before counts no more."""
    EngineState.objects.get_or_create(engine=name)[0].note_success()
    try_to_deliver(name)


def _forget_what_is_gone(name: str, engine: Engine) -> None:
    there = {state.name for state in engine.indexes()}
    IndexPosition.objects.filter(engine=name).exclude(index__in=there).delete()


def roll_back(*, name: str) -> str:
    """Let the former index answer again and tell it what has changed since; returns its name.

    Raises ``LookupError`` when there is none, and ``EngineAway``.
    """
    engine = engine_named(name)
    index = engine.roll_back()
    _deliver_at_once(name)
    return index
