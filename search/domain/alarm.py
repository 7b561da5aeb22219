"""Whether anything is wrong with the search: for a banner on every screen, so no engine is asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from django.core.cache import cache
from django.utils import timezone

from search.engines.registry import configured_engines
from search.enums import Trouble
from search.models import EngineState, IndexPosition, OutboxEvent

KEPT_SECONDS = 30
#: An engine that restarts is no trouble yet, nor are changes that wait their turn.
PATIENCE, LAG = dt.timedelta(seconds=60), dt.timedelta(minutes=5)
_KEY = "search:trouble"


def trouble() -> Trouble | None:
    """The worst of it, as it was at most ``KEPT_SECONDS`` ago."""
    known: str | None = cache.get(_KEY)
    if known is None:
        found = present_trouble()
        cache.set(_KEY, found or "", KEPT_SECONDS)
        return found
    return Trouble(known) if known else None


def present_trouble() -> Trouble | None:
    """Look now. An engine that is away says so with the next delivery, which is tried all the time."""
    now, engines = timezone.now(), configured_engines()
    if EngineState.objects.filter(engine__in=engines, failing_since__lte=now - PATIENCE).exists():
        return Trouble.AWAY
    waiting = min((moment for moment in _waiting_since(engines) if moment is not None), default=now)
    return Trouble.LAG if engines and now - waiting > LAG else None


def _waiting_since(engines: list[str]) -> Iterator[dt.datetime | None]:
    yield OutboxEvent.objects.order_by("recorded_at").values_list("recorded_at", flat=True).first()
    for name in engines:
        position = IndexPosition.objects.filter(engine=name).order_by("-version").first()
        if position is not None:
            yield position.waiting().order_by("changed_at").values_list("changed_at", flat=True).first()
