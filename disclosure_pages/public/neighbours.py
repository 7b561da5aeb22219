"""The page before and the page after, in the order of the column's listing."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, Subquery

from disclosure_pages.tree.models import DisclosurePage

from .links import Links
from .listings import Row, listed_keys, read_rows


@dataclass(frozen=True)
class Neighbours:
    """What stands beside a page in its column; ``None`` at the ends."""

    newer: Row | None = None
    older: Row | None = None


def neighbours_of(page: DisclosurePage, *, links: Links) -> Neighbours:
    """Two queries: the keys are read off the listing index; none for a page that was never public."""
    if page.pk is None or page.published_on is None:
        return Neighbours()
    day, column = page.published_on, {"column_id": page.column_id}
    # The plain bound on the day lets the index seek; the condition beside it settles the order within the day.
    older = listed_keys(**column, published_on__lte=day).filter(Q(published_on__lt=day) | Q(page_ptr_id__lt=page.pk))
    newer = listed_keys(**column, published_on__gte=day).filter(Q(published_on__gt=day) | Q(page_ptr_id__gt=page.pk))
    both = DisclosurePage.objects.filter(pk=page.pk).order_by()
    older_key, newer_key = both.values_list(
        Subquery(older[:1]), Subquery(newer.order_by("published_on", "page_ptr_id")[:1])
    ).get()
    rows = {row.pk: row for row in read_rows([key for key in (older_key, newer_key) if key], links=links)}
    return Neighbours(newer=rows.get(newer_key), older=rows.get(older_key))
