"""Work off events: find the pages that each concerns, a chunk at a time, and give them new versions."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Sequence
from itertools import takewhile

from django.db import transaction
from django.utils import timezone

from search.enums import EventKind
from search.models import OutboxEvent
from search.rules import retry_delay

from .scopes import next_pages, with_companions
from .versions import raise_versions

logger = logging.getLogger(__name__)
#: Pages that get their versions in one transaction; others who write wait for it on SQLite.
CHUNK = 1000
EVENTS = 100
LONGEST_DELAY = dt.timedelta(minutes=10)


def dispatch() -> int:
    """Work off every event that is due; returns how many pages got a new version.

    Killed at any point, nothing is lost: a chunk and what remains of its event are written together. An event that
    fails is kept, with its error, for a later attempt; the others do not wait for it.
    """
    raised = 0
    while events := list(OutboxEvent.objects.due(at=timezone.now())[:EVENTS]):
        single = list(takewhile(lambda event: event.kind == EventKind.PAGES, events)) or events[:1]
        try:
            raised += _work_off_pages(single) if single[0].kind == EventKind.PAGES else _work_off_chunk(single[0])
        except Exception as error:
            logger.exception("an event of the search outbox failed")
            _put_off(single, error)
    return raised


@transaction.atomic
def _work_off_pages(events: Sequence[OutboxEvent]) -> int:
    keys = {key for event in events for key in event.keys}
    raised = raise_versions(keys=with_companions(sorted(keys)), changed_at=events[0].recorded_at)
    OutboxEvent.objects.filter(pk__in=[event.pk for event in events]).delete()
    return raised


@transaction.atomic
def _work_off_chunk(event: OutboxEvent) -> int:
    keys = next_pages(event, limit=CHUNK)
    raised = raise_versions(keys=keys, changed_at=event.recorded_at) if keys else 0
    if len(keys) < CHUNK:
        event.delete()
    else:
        event.done_to = keys[-1]
        event.save(update_fields=["done_to"])
    return raised


def _put_off(events: Sequence[OutboxEvent], error: Exception) -> None:
    for event in events:
        event.attempts += 1
        event.next_try_at = timezone.now() + retry_delay(event.attempts, longest=LONGEST_DELAY)
        event.last_error = str(error)[:2000] or type(error).__name__
        event.save(update_fields=["attempts", "next_try_at", "last_error"])
