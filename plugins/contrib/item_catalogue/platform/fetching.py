"""Fetch what the platform has of a field: all of it, or what changed since. Kept as a whole or not at all."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.contrib.item_catalogue.models import Field, PlatformCopy

from .schema import PlatformItem, PlatformPage, read_item, read_page
from .transport import PlatformRefused, ask

FETCHED = "gongkai.items.platform_fetched"
#: Pages of one answer, seconds and bytes of all of them together.
MOST_PAGES, MOST_SECONDS, MOST_BYTES = 200, 60.0, 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Fetched:
    """What is kept now, and whether it is new."""

    copy: PlatformCopy
    is_changed: bool


def fetch_elements(*, field: Field, user: Any = None) -> Fetched:
    """Ask the platform for ``field`` and keep its answer beside the catalogues, which stay as they are.

    Everything is read and checked before anything is written, outside of any transaction: the platform may be slow.
    Raises :class:`PlatformRefused` when an answer is not right or the platform changed while it was read.
    """
    until = time.monotonic() + MOST_SECONDS
    known, before = _known(field)
    query = {"field": field.code, **({"since": known.cursor} if known else {})}
    answer = ask(query, etag=known.etag if known else "", until=until)
    if answer.is_same:
        if known is None:
            raise PlatformRefused(_("The platform says that nothing has changed, and nothing was ever fetched."))
        return Fetched(known, is_changed=False)
    pages = _pages(answer.body, query, field, until=until)
    items = {} if pages[0].is_whole else {item.code: item for item in before}
    for page in pages:
        items |= {item.code: item for item in page.items}
    left = [item for item in items.values() if not item.is_gone]
    return _keep(field, pages[-1], left, answer.etag, user)


def copied(copy: PlatformCopy) -> list[PlatformItem]:
    """The items of what is kept."""
    return [read_item(row, f"items[{number}]") for number, row in enumerate(copy.items)]


def _known(field: Field) -> tuple[PlatformCopy | None, list[PlatformItem]]:
    """What is kept of ``field``; a copy that cannot be read counts as none, so that all of it is fetched again."""
    known = PlatformCopy.objects.filter(field=field).first()
    try:
        return (known, copied(known)) if known else (None, [])
    except PlatformRefused:
        return None, []


def _pages(body: bytes, query: dict[str, str], field: Field, *, until: float) -> list[PlatformPage]:
    first, size = read_page(body, field=field.code), len(body)
    pages = [first]
    while pages[-1].next:
        if len(pages) == MOST_PAGES:
            raise PlatformRefused(
                _("The platform's answer has more than %(number)d pages. Tell its operators.") % {"number": MOST_PAGES}
            )
        body = ask({**query, "page": pages[-1].next}, until=until).body
        size += len(body)
        if size > MOST_BYTES:
            words = {"number": MOST_BYTES // 1024 // 1024}
            raise PlatformRefused(
                _("All pages of the platform are larger than %(number)d MB together. Tell its operators.") % words
            )
        page = read_page(body, field=field.code)
        if page.version != first.version or page.is_whole != first.is_whole:
            raise PlatformRefused(_("The platform changed while it was read; nothing was kept. Fetch again."))
        pages.append(page)
    return pages


@transaction.atomic
def _keep(field: Field, last: PlatformPage, items: list[PlatformItem], etag: str, user: Any) -> Fetched:
    values = {
        "version": last.version,
        "cursor": last.cursor,
        "etag": etag[:200],
        "items": [item.as_json() for item in items],
        "fetched_at": timezone.now(),
    }
    copy, _made = PlatformCopy.objects.update_or_create(field=field, defaults=values)
    log(copy, FETCHED, user=user, data={"version": last.version, "items": len(items)})
    return Fetched(copy, is_changed=True)
