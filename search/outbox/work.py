"""One round of work: events to versions, versions to every engine."""

from __future__ import annotations

import time

from django.db.models import Max
from django.utils import timezone

from search.engines.registry import configured_engines
from search.models import EngineState, FailedDelivery, PageVersion

from .delivering import Delivered, try_to_deliver
from .dispatching import dispatch

#: An engine that knows everything is asked this seldom whether it still does; rounds come every second.
SILENCE_SECONDS = 30.0

#: Engine → the latest version that this process has told it, and when.
_told: dict[str, tuple[int, float]] = {}


def work() -> dict[str, Delivered]:
    """Do everything that can be done now. An engine that is away holds up no other one."""
    dispatch()
    return {name: _tell(name) for name in configured_engines()}


def _tell(name: str) -> Delivered:
    latest = PageVersion.objects.aggregate(latest=Max("version"))["latest"] or 0
    version, moment = _told.get(name, (-1, 0.0))
    if version == latest and time.monotonic() < moment + SILENCE_SECONDS and not _has_failures_due(name):
        return Delivered()
    delivered = try_to_deliver(name)
    if EngineState.objects.filter(engine=name, attempts=0).exists():
        _told[name] = (latest, time.monotonic())
    else:
        _told.pop(name, None)
    return delivered


def _has_failures_due(name: str) -> bool:
    return FailedDelivery.objects.filter(position__engine=name).due(at=timezone.now()).exists()
