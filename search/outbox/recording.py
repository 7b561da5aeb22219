"""Write down that something has changed. All that a save pays for the search is a row or two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from search.engines.registry import configured_engines
from search.enums import EventKind
from search.models import OutboxEvent

from .waking import wake


@dataclass(frozen=True, slots=True)
class _Recorded:
    """Waits for the end of the transaction in which ``event`` was written. Rolled back, it is forgotten with it."""

    kind: EventKind
    keys: tuple[Any, ...]
    event: int

    def __call__(self) -> None:
        wake()


def record(kind: EventKind, keys: Iterable[int | str]) -> None:
    """What the index says about ``keys``, which are of ``kind``, may have changed. Belongs to the caller's transaction.

    What concerns many pages is written once in a transaction, however many rows of it change: a merger of units
    touches every section of theirs, and is one event.
    """
    wanted = tuple(dict.fromkeys(keys))
    if not wanted or not configured_engines() or _is_recorded(kind, wanted):
        return
    event = OutboxEvent.objects.create(kind=kind, keys=list(wanted))
    transaction.on_commit(_Recorded(kind, wanted, event.pk))


def _is_recorded(kind: EventKind, keys: tuple[Any, ...]) -> bool:
    """Whether this transaction has written the same already, and nobody has begun to work it off."""
    waiting = (callback for _savepoints, callback, *_ in transaction.get_connection().run_on_commit)
    events = [seen.event for seen in waiting if isinstance(seen, _Recorded) and (seen.kind, seen.keys) == (kind, keys)]
    return bool(events) and OutboxEvent.objects.filter(pk__in=events, done_to=0).exists()
