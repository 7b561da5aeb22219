"""Titles that begin with, hold, or are read aloud like what is being typed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.utils import timezone

from disclosure_pages.tree.models import DisclosurePage
from search.engines.contract import AnyFacet, Engine, FacetName, Question, SearchRequest
from search.query.lexing import clean
from search.text.tokens import tokens_of

from .answering import first_answer
from .known import known_now
from .spoken import spoken_titles

MOST = 8
#: Some titles go: what is not public any more, and those of other cities.
ASKED_FOR = 20
#: Of one type fewer are left; an engine does not ask for the type of a title.
ASKED_FOR_OF_A_TYPE = 200


def suggest(text: str, *, districts: Collection[str], page_type: str = "") -> list[str]:
    """Titles for ``text``, the best first; of content, of one type if it is named, that is public now.

    Raises ``SearchRests``.
    """
    tokens = tokens_of(clean(text))
    if not tokens:
        return []
    _name, titles = first_answer(lambda engine: _titles(engine, tokens, districts, page_type))
    public = DisclosurePage.objects.public().filter(title__in=titles, district__slug__in=districts)
    if page_type:
        public = public.filter(content_type__model=page_type)
    kept = set(public.values_list("title", flat=True))
    is_denied = known_now().is_denied
    return [title for title in dict.fromkeys(titles) if title in kept and not is_denied(title)][:MOST]


def _titles(engine: Engine, tokens: Sequence[str], districts: Collection[str], page_type: str) -> list[str]:
    district = next(iter(districts)) if len(districts) == 1 else ""
    written = engine.complete(tokens, district=district, limit=ASKED_FOR_OF_A_TYPE if page_type else ASKED_FOR)
    spoken = spoken_titles(tokens)
    if spoken is None or len(written) >= MOST:
        return written
    own: dict[AnyFacet, frozenset[str]] = {FacetName.DISTRICT: frozenset(districts)}
    if page_type:
        own[FacetName.TYPE] = frozenset({page_type})
    request = SearchRequest(question=Question((spoken,)), on=timezone.localdate(), filters=own, size=ASKED_FOR)
    return [*written, *(hit.title for hit in engine.search(request).hits)]
