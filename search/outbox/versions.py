"""Give pages new versions: from then on every index has to hear of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from django.db import transaction

from disclosure_pages.tree.models import DisclosurePage
from search.models import PageVersion, VersionClock

BATCH = 500


@transaction.atomic
def raise_versions(*, keys: Collection[int], changed_at: dt.datetime, keep_absent: bool = False) -> int:
    """Give those of ``keys`` that are public or have been a version above all others; returns how many.

    The clock is taken first and held to the end, so that versions become visible in their order. The page's state
    is read after that, and by whoever delivers it later still: so the highest version of a page always holds its
    latest change, however many do this at the same time. ``keep_absent``: also pages that nobody has heard of.
    """
    clock = VersionClock.locked()
    public = set(DisclosurePage.objects.public().filter(pk__in=keys).values_list("pk", flat=True))
    known = set(PageVersion.objects.filter(key__in=keys).values_list("key", flat=True))
    wanted = sorted(key for key in set(keys) if keep_absent or key in public or key in known)
    if not wanted:
        return 0
    rows = [
        PageVersion(key=key, version=version, is_public=key in public, changed_at=changed_at)
        for key, version in zip(wanted, clock.take(len(wanted)), strict=True)
    ]
    PageVersion.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=["version", "is_public", "changed_at"],
    )
    return len(rows)
