"""Publications on their way to the channels of plug-ins: written down with the publication, taken one by one later."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from plugins.activation import active_plugins
from plugins.collecting import contributions
from plugins.contributions.work import Channel, Publication
from plugins.models import Delivery

#: A failure is tried again after so long, and after twice as long each time up to the longest.
FIRST_PAUSE, LONGEST_PAUSE = dt.timedelta(minutes=1), dt.timedelta(hours=12)
logger = logging.getLogger("gongkai.plugins")
#: Finds the public page with a key, in its specific class; ``None`` when it is not public any more.
FindPage = Callable[[int], Any]


@dataclass(frozen=True, slots=True)
class Delivered:
    """One attempt; ``error`` is empty when the channel took it."""

    plugin: str
    channel: str
    page_id: int
    error: str


def announce(page_id: int, *, district: int, is_new: bool) -> None:
    """Note a publication for every channel that is on in its district, in the transaction of the publication."""
    channels = contributions("channels")
    active = active_plugins(district) if channels else frozenset()
    now = timezone.now()
    for given in channels:
        if given.plugin in active:
            Delivery.objects.update_or_create(
                plugin=given.plugin,
                channel=given.answer.name,
                page_id=page_id,
                defaults={"due_at": now, "attempts": 0, "error": ""},
                create_defaults={"due_at": now, "district_id": district, "is_new": is_new},
            )


def deliver_due(find_page: FindPage, *, now: dt.datetime | None = None) -> Iterator[Delivered]:
    """Hand over what is due. What has left the public side, or whose plug-in is gone or off, is given up."""
    channels = {(given.plugin, given.answer.name): given.answer for given in contributions("channels")}
    due = Delivery.objects.filter(due_at__lte=now or timezone.now()).values_list("pk", flat=True)
    for key in list(due):
        with transaction.atomic():
            row = Delivery.objects.select_for_update(skip_locked=True).filter(pk=key).first()
            channel = channels.get((row.plugin, row.channel)) if row else None
            if row is not None:
                delivered = _hand_over(row, channel, find_page)
                if delivered is not None:
                    yield delivered


def _hand_over(row: Delivery, channel: Channel | None, find_page: FindPage) -> Delivered | None:
    page = find_page(row.page_id)
    if page is None or channel is None or row.plugin not in active_plugins(row.district_id):
        row.delete()
        return None
    try:
        with transaction.atomic():
            channel.deliver(Publication(page=page, district=row.district_id, is_new=row.is_new))
    except Exception as error:
        logger.exception("a channel failed", extra={"plugin": row.plugin, "channel": row.channel})
        row.error = f"{type(error).__name__}: {error}"[:500]
        row.due_at = timezone.now() + min(LONGEST_PAUSE, FIRST_PAUSE * 2**row.attempts)
        row.attempts += 1
        row.save()
    else:
        row.delete()
    return Delivered(row.plugin, row.channel, row.page_id, row.error)
