"""One question and everything that is shown of its answer: what the screen, the API and the command line stand on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from disclosure_pages.tree.models import DisclosurePage
from search.engines.contract import AnyFacet, Engine, FacetName, Sort
from search.engines.registry import configured_engines
from search.query.parts import Query

from .added import Offered, added_facets
from .answering import first_answer
from .asking import Asked, ask
from .facets import Chip, Counts, Facet, chips_of, facets_of, headings_with, labels_for, within
from .hits import FoundHit, Labelled, public_pages, shown_hits
from .known import known_now
from .reader_query import ReaderQuery
from .spelling import Permitted


class BadCursor(Exception):
    """The place where the hits should go on was not given by an earlier answer to the same question."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """What was found. ``total`` is a lower bound if ``is_bounded``; ``is_relaxed``: these hold not all of the words.

    ``others`` hold most of the words and are not counted: they are shown below where few hits hold all. ``spelling`` is
    what may have been meant, or empty; ``is_respelt``: what was typed finds nothing, so these are hits of that.
    ``understood`` says how the words were read. ``cursor`` leads to what comes next, empty at the end. ``counts`` are
    complete; ``labels`` are the names of their values; ``added`` are facets that are offered in these districts only.
    """

    query: ReaderQuery
    understood: Query
    engine: str
    total: int
    is_bounded: bool
    is_relaxed: bool
    hits: tuple[FoundHit, ...]
    others: tuple[FoundHit, ...]
    spelling: str
    is_respelt: bool
    counts: Counts
    labels: Labelled
    cursor: str
    added: Sequence[Offered] = ()

    @cached_property
    def facets(self) -> tuple[Facet, ...]:
        """The counts that are worth a choice. Made when they are shown: each value needs an address of its own."""
        return facets_of(self.query, self.counts, self.labels, self.added)

    @cached_property
    def chips(self) -> tuple[Chip, ...]:
        """What narrows the hits beside the words."""
        return chips_of(self.query, self.labels, self.added)


def find(
    query: ReaderQuery,
    *,
    districts: Collection[str],
    cursor: str = "",
    engines: Sequence[str] = (),
    added: Sequence[Offered] | None = None,
) -> Found:
    """Ask for ``query`` in ``districts`` (slugs); where there are several, one can choose from them.

    ``engines`` are asked in turn, all that are configured if none is named; a ``cursor`` asks the one that gave it.
    ``added`` are the facets that are added there, asked for unless the caller knows; others do not narrow anything.
    Raises ``SearchRests`` if none answers and :class:`BadCursor`.
    """
    engine, _dot, place = cursor.rpartition(".")
    if cursor and engine not in (engines or configured_engines()):
        raise BadCursor
    offered = added_facets(districts) if added is None else added
    name, asked = first_answer(
        lambda one: _ask(one, query, districts=districts, cursor=place, added=offered),
        engines=[engine] if cursor else engines,
    )
    return _found(query, name, asked, districts=districts, added=offered)


def _ask(
    engine: Engine, query: ReaderQuery, *, districts: Collection[str], cursor: str, added: Sequence[Offered]
) -> Asked:
    facets = frozenset[AnyFacet](headings_with(added))
    chosen = {facet: query.values(facet) for facet in facets if query.values(facet)}
    own, known = frozenset(districts), known_now()
    try:
        return ask(
            query.text,
            engine=engine,
            vocabulary=known.vocabulary,
            permitted=Permitted(partial(_public_titles, districts=own), known.is_denied),
            on=query.day,
            filters={**chosen, FacetName.DISTRICT: own & (query.values(FacetName.DISTRICT) or own)},
            only_in_force=query.only_in_force,
            published_from=query.since,
            published_to=query.until,
            sort=query.order,
            best=known.best(query.text, districts=districts) if query.order is Sort.RELEVANCE else (),
            size=query.size,
            offset=0 if cursor else (query.page - 1) * query.size,
            cursor=cursor,
            facets=facets,
        )
    except ValueError as error:
        if cursor:
            raise BadCursor from error
        raise


def _public_titles(titles: Collection[str], *, districts: Collection[str]) -> list[str]:
    """Those of ``titles`` that pages have which are public now, as often as they are named."""
    public = DisclosurePage.objects.public().filter(title__in=titles, district__slug__in=districts)
    kept = set(public.values_list("title", flat=True))
    return [title for title in titles if title in kept]


def _found(
    query: ReaderQuery, engine: str, asked: Asked, *, districts: Collection[str], added: Sequence[Offered]
) -> Found:
    answer = asked.answer
    counts = within(answer.facets, districts)
    both = (*answer.hits, *asked.others)
    labels, pages = labels_for(query, counts, both, added), public_pages(both)
    hits, others = (
        shown_hits(some, pages=pages, marked=asked.query.marked, labels=labels) for some in (answer.hits, asked.others)
    )
    return Found(
        query=query,
        understood=asked.query,
        engine=engine,
        total=answer.total - (len(answer.hits) - len(hits)),
        is_bounded=answer.is_bounded,
        is_relaxed=asked.is_relaxed,
        hits=hits,
        others=others,
        spelling=asked.spelling,
        is_respelt=asked.is_respelt,
        counts=counts,
        labels=labels,
        cursor=f"{engine}.{answer.next_cursor}" if answer.next_cursor else "",
        added=added,
    )
