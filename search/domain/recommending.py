"""Best bets that are no hits of their question: shown above the hits, as far as readers may see them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from disclosure_pages.tree.models import DisclosurePage

from .finding import Found
from .known import known_now


@dataclass(frozen=True, slots=True)
class Recommended:
    """A page that an administrator chose for a question; ``url_path`` is its path in the tree."""

    title: str
    url_path: str


def recommended(found: Found, *, districts: Collection[str]) -> list[Recommended]:
    """On the first page of a question that nothing narrows. Best bets that are hits stand among them, first."""
    query = found.query
    if query.page > 1 or query.is_narrowed or not query.text:
        return []
    shown = {hit.key for hit in (*found.hits, *found.others)}
    keys = [key for key in known_now().best(query.text, districts=districts) if key not in shown]
    pages = DisclosurePage.objects.public().filter(pk__in=keys, district__slug__in=districts) if keys else ()
    by_key = {page.pk: Recommended(page.title, page.url_path) for page in pages}
    return [by_key[key] for key in keys if key in by_key]
