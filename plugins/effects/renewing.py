"""What a plug-in calls when something of its own has changed that pages or the search show."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure_pages.public.cache.scope import SITE, end_on_commit, of_district
from disclosure_pages.tree.models import DisclosurePage
from search.enums import EventKind
from search.outbox.recording import record


def pages_anew(district: int | None) -> None:
    """Public pages of the district with the key ``district`` are made anew, once the transaction is committed.

    With ``None`` those that belong to no district, as the homes of cities.
    """
    end_on_commit(SITE, *([of_district(district)] if district is not None else []))


def search_anew(pages: Iterable[DisclosurePage]) -> None:
    """The search reads ``pages`` anew, in order with everything else that changes in this transaction."""
    record(EventKind.PAGES, [page.pk for page in pages])
