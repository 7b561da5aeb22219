"""The page before and the page after, in the order of the column's listing."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from disclosure_pages.tree.models import DisclosurePage

from .links import Links


@dataclass(frozen=True)
class Neighbour:
    """A page beside another one."""

    title: str
    url: str


@dataclass(frozen=True)
class Neighbours:
    """What stands beside a page in its column; ``None`` at the ends."""

    newer: Neighbour | None = None
    older: Neighbour | None = None


def neighbours_of(page: DisclosurePage, *, links: Links) -> Neighbours:
    """Two queries along the listing index; none for a page that was never public.

    The plain bound on the day lets the index seek; the condition beside it settles the order within the day.
    """
    if page.pk is None or page.published_on is None:
        return Neighbours()
    day = page.published_on
    column = DisclosurePage.objects.public().filter(column_id=page.column_id)
    older = column.filter(Q(published_on__lt=day) | Q(page_ptr_id__lt=page.pk), published_on__lte=day).newest_first()
    newer = column.filter(Q(published_on__gt=day) | Q(page_ptr_id__gt=page.pk), published_on__gte=day)
    return Neighbours(newer=_first(newer.order_by("published_on", "page_ptr_id"), links), older=_first(older, links))


def _first(pages: QuerySet[DisclosurePage], links: Links) -> Neighbour | None:
    for title, url_path in pages.values_list("title", "url_path")[:1]:
        return Neighbour(title, links.to(url_path))
    return None
