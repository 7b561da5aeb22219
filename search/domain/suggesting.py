"""Titles that begin with, or hold, what is being typed."""

from __future__ import annotations

from collections.abc import Collection

from disclosure_pages.tree.models import DisclosurePage
from search.query.lexing import clean
from search.text.tokens import tokens_of

from .answering import first_answer

MOST = 8
#: Some titles go: what is not public any more, and those of other cities.
ASKED_FOR = 20


def suggest(text: str, *, districts: Collection[str]) -> list[str]:
    """Titles for ``text``, the best first; of content that is public now. Raises ``SearchRests``."""
    tokens = tokens_of(clean(text))
    if not tokens:
        return []
    district = next(iter(districts)) if len(districts) == 1 else ""
    _name, titles = first_answer(lambda engine: engine.complete(tokens, district=district, limit=ASKED_FOR))
    public = DisclosurePage.objects.public().filter(title__in=titles, district__slug__in=districts)
    kept = set(public.values_list("title", flat=True))
    return [title for title in dict.fromkeys(titles) if title in kept][:MOST]
