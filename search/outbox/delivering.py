"""Tell the index that answers what it does not know yet, in the order of versions and in bulk."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from search.building.chunks import build
from search.documents import SearchDocument, Tombstone
from search.engines.contract import Engine, EngineAway, Failure
from search.engines.registry import engine_named
from search.models import EngineState, FailedDelivery, IndexPosition, PageVersion
from search.rules import retry_delay

from .versions import raise_versions

logger = logging.getLogger(__name__)
BATCH = 200
LONGEST_DELAY = dt.timedelta(hours=1)

#: What takes changes: the index that answers, or one that is being built.
Apply = Callable[[Iterable[SearchDocument | Tombstone]], list[Failure]]


class NoIndex(EngineAway):
    """Nothing answers yet: an index has to be built first."""


class ForeignIndex(NoIndex):
    """What answers was built from another database, or from a former state of this one."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """How many pages an index was told about, and how many of those it did not take."""

    pages: int = 0
    failures: int = 0


def deliver(name: str) -> Delivered:
    """Bring the engine ``name`` up to date. Raises ``EngineAway`` when it cannot be reached or has no index.

    The position moves after the index has taken a batch. Killed in between, the batch is told again, which changes
    nothing, because a version that the index has is not written twice.
    """
    engine = engine_named(name)
    position = position_of(name, engine)
    try_failed_again(position)
    return deliver_waiting(position, engine.apply)


def try_to_deliver(name: str) -> Delivered:
    """Like :func:`deliver`, unless the engine is being left alone after a failure; what goes wrong is written down."""
    state, _is_new = EngineState.objects.get_or_create(engine=name)
    if not state.is_due(at=timezone.now()):
        return Delivered()
    try:
        delivered = deliver(name)
    except Exception as error:
        if not isinstance(error, EngineAway):
            logger.exception("the search engine %s failed", name)
        state.note_failure(error)
        return Delivered()
    if delivered.pages or state.attempts:
        state.note_success()
    return delivered


def serving_index(engine: Engine) -> str:
    """Name of the index that answers. Raises :class:`NoIndex` when there is none."""
    for state in engine.indexes():
        if state.is_serving:
            return state.name
    raise NoIndex("there is no index yet: manage.py search rebuild")


def position_of(name: str, engine: Engine) -> IndexPosition:
    """How far the index that answers is. Raises :class:`NoIndex`."""
    index = serving_index(engine)
    position = IndexPosition.objects.filter(engine=name, index=index).first()
    if position is None:
        raise ForeignIndex(f"this database knows nothing of the index {index}: manage.py search rebuild")
    return position


def deliver_waiting(position: IndexPosition, apply: Apply) -> Delivered:
    """Tell ``apply`` everything above ``position``, batch by batch."""
    pages = failed = 0
    while rows := list(position.waiting()[:BATCH]):
        failures = tell(rows, apply)
        settle(position, [row.key for row in rows], failures)
        IndexPosition.objects.filter(pk=position.pk, version__lt=rows[-1].version).update(version=rows[-1].version)
        position.version = rows[-1].version
        pages, failed = pages + len(rows), failed + len(failures)
    return Delivered(pages, failed)


def try_failed_again(position: IndexPosition) -> None:
    """Let what was not taken and is due wait anew.

    In a new version: of a page that was not whole the index has the present one, and would not write it again.
    """
    keys = list(position.failures.due(at=timezone.now()).values_list("key", flat=True)[:BATCH])
    if keys:
        raise_versions(keys=keys, changed_at=timezone.now())


def tell(rows: Sequence[PageVersion], apply: Apply) -> list[Failure]:
    """Give ``apply`` what the pages of ``rows`` say now, and tombstones for those that are not public."""
    built = build({row.key: row.version for row in rows})
    failed = {failure.key for failure in built.failures}
    gone = [row for row in rows if row.key not in built.documents and row.key not in failed]
    tombstones = [Tombstone(row.key, row.version) for row in gone]
    return [*built.failures, *apply([*built.documents.values(), *tombstones])]


@transaction.atomic
def settle(position: IndexPosition, keys: Iterable[int], failures: Iterable[Failure]) -> None:
    """Write down which of ``keys`` the index did not take, and forget what it did not take before."""
    reasons = {failure.key: failure.reason for failure in failures}
    before = {row.key: row for row in position.failures.filter(key__in=list(keys))}
    position.failures.filter(key__in=set(before) - set(reasons)).delete()
    for key, reason in reasons.items():
        _note(position, key, reason, before)


def _note(position: IndexPosition, key: int, reason: str, before: Mapping[int, FailedDelivery]) -> None:
    now = timezone.now()
    row = before.get(key) or FailedDelivery(position=position, key=key, attempts=0, failing_since=now)
    row.attempts += 1
    row.reason, row.next_try_at = reason, now + retry_delay(row.attempts, longest=LONGEST_DELAY)
    row.save()
