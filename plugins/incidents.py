"""Troubles of hooks, written down for the operator. A page is being made when one happens, so this never fails.

Each process writes the first of a kind at once and then once in some seconds, with the number of those between.
"""

from __future__ import annotations

import logging
import time
from collections import Counter
from threading import Lock
from typing import Final

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from .calling import Trouble
from .models import Incident

SECONDS: Final = 30.0
logger = logging.getLogger("gongkai.plugins")
_Key = tuple[str, str, str]
_waiting: Counter[_Key] = Counter()
_written: dict[_Key, float] = {}
_lock = Lock()


def note(trouble: Trouble) -> None:
    """Write ``trouble`` down, now or with the next of its kind."""
    key = (trouble.plugin, trouble.hook, trouble.kind.value)
    with _lock:
        _waiting[key] += 1
        last = _written.get(key)
        if last is not None and time.monotonic() - last < SECONDS:
            return
        _written[key], times = time.monotonic(), _waiting.pop(key)
    try:
        with transaction.atomic():
            _write(key, times=times, details=trouble.details)
    except DatabaseError:
        logger.exception("an incident could not be written", extra={"plugin": trouble.plugin})


def forget(*, plugin: str) -> int:
    """Somebody has looked: take the incidents of ``plugin`` off; answers how many there were."""
    with _lock:
        for key in [key for key in _written if key[0] == plugin]:
            del _written[key]
    return Incident.objects.filter(plugin=plugin).delete()[0]


def _write(key: _Key, *, times: int, details: str) -> None:
    plugin, hook, kind = key
    now = timezone.now()
    row, _created = Incident.objects.get_or_create(
        plugin=plugin, hook=hook[:100], kind=kind, defaults={"first_at": now, "last_at": now}
    )
    Incident.objects.filter(pk=row.pk).update(count=F("count") + times, last_at=now, details=details[:500])
