"""Hits as readers see them: checked against the database, with marks in what the question matches.

An index may lag behind. What is not public now is not shown, and of what has changed since only the present title.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from disclosure_pages.tree.models import DisclosurePage
from search.engines.contract import AnyFacet, FacetName, FoundAttachment, Hit
from search.models import PageVersion
from search.text.highlights import Highlighter, Part, Snippet, beginning_of, snippet_of

from .labels import Labels

Labelled = Mapping[AnyFacet, Labels]
MOST_LOOKED_AT, MOST_SNIPPETS, MOST_FILES, MOST_COMPANIONS = 8, 2, 3, 3
WIDTH, FILE_WIDTH = 120, 80


@dataclass(frozen=True, slots=True)
class PublicPage:
    """What the database says of a page that is public now. ``version`` is the highest that an index was told."""

    title: str
    url_path: str
    version: int
    is_told: bool


@dataclass(frozen=True, slots=True)
class FoundText:
    """A piece of prose with marks, under the nearest heading above it, which may be empty."""

    heading: tuple[Part, ...]
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class FoundFile:
    """An attachment in which a word stands, and where; no text when the word stands in its name."""

    name: tuple[Part, ...]
    url: str
    text: FoundText | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundHit:
    """One hit. ``url_path`` and ``companions`` are paths in the tree, of which whoever shows them makes addresses."""

    key: int
    url_path: str
    plain_title: str
    title: tuple[Part, ...]
    number: tuple[Part, ...]
    district: str
    district_name: str
    unit: str
    unit_name: str
    page_type: str
    type_name: str
    published_on: dt.date | None
    force: str
    force_name: str
    is_in_force: bool | None
    texts: tuple[FoundText, ...]
    files: tuple[FoundFile, ...]
    companions: tuple[tuple[str, str], ...]
    score: float


def public_pages(hits: Iterable[Hit]) -> dict[int, PublicPage]:
    """Those of the hits, and of what is shown beside them, that are public now: two queries."""
    keys = {key for hit in hits for key in (hit.key, *hit.companions[:MOST_COMPANIONS])}
    rows = PageVersion.objects.filter(key__in=keys).values_list("key", "version", "changed_at")
    told = {key: (version, changed) for key, version, changed in rows}
    pages = DisclosurePage.objects.public().filter(pk__in=keys)
    found = {}
    for key, title, url_path, published in pages.values_list("pk", "title", "url_path", "last_published_at"):
        version, changed = told.get(key, (0, None))
        is_told = not (changed and published and published > changed)
        found[key] = PublicPage(title, url_path, version, is_told)
    return found


def shown_hits(
    hits: Sequence[Hit], *, pages: Mapping[int, PublicPage], marked: Collection[Sequence[str]], labels: Labelled
) -> tuple[FoundHit, ...]:
    """``hits`` in their order, those that are public now."""
    highlighter = Highlighter(marked)
    return tuple(_shown(hit, pages, highlighter, labels) for hit in hits if hit.key in pages)


def _shown(hit: Hit, pages: Mapping[int, PublicPage], highlighter: Highlighter, labels: Labelled) -> FoundHit:
    page = pages[hit.key]
    is_present = page.is_told and page.version <= hit.version
    companions = (pages[key] for key in hit.companions[:MOST_COMPANIONS] if key in pages)
    return FoundHit(
        key=hit.key,
        url_path=page.url_path,
        plain_title=page.title,
        title=highlighter.mark(page.title),
        number=highlighter.mark(hit.number) if is_present and hit.number else (),
        district=hit.district,
        district_name=_name(labels, FacetName.DISTRICT, hit.district),
        unit=hit.unit,
        unit_name=_name(labels, FacetName.UNIT, hit.unit),
        page_type=hit.page_type,
        type_name=_name(labels, FacetName.TYPE, hit.page_type),
        published_on=hit.published_on,
        force=hit.force if is_present else "",
        force_name=_name(labels, FacetName.FORCE, hit.force) if is_present else "",
        is_in_force=hit.is_in_force if is_present else None,
        texts=_texts(hit.passages, highlighter) if is_present else (),
        files=tuple(_file(one, highlighter) for one in hit.attachments[:MOST_FILES]) if is_present else (),
        companions=tuple((companion.title, companion.url_path) for companion in companions),
        score=hit.score,
    )


def _name(labels: Labelled, facet: AnyFacet, value: str) -> str:
    return labels.get(facet, {}).get(value, value)


def _texts(passages: Sequence[tuple[str, str]], highlighter: Highlighter) -> tuple[FoundText, ...]:
    """The first passages with a mark; if there is none, how the text begins."""
    cut = (_text(passage, highlighter, WIDTH) for passage in passages[:MOST_LOOKED_AT])
    found = list(islice(filter(None, cut), MOST_SNIPPETS))
    if not found and passages:
        found = [FoundText((), beginning_of(passages[0][1], width=WIDTH))]
    return tuple(found)


def _text(passage: tuple[str, str], highlighter: Highlighter, width: int) -> FoundText | None:
    heading, text = passage
    marked = highlighter.mark(heading) if heading else ()
    snippet = highlighter.snippet(text, width=width) or snippet_of(text, highlighter.exact_spans(text), width=width)
    if snippet is None and any(part.is_marked for part in marked):
        snippet = beginning_of(text, width=width)
    return FoundText(marked, snippet) if snippet else None


def _file(file: FoundAttachment, highlighter: Highlighter) -> FoundFile:
    cut = (_text(passage, highlighter, FILE_WIDTH) for passage in file.passages[:MOST_LOOKED_AT])
    return FoundFile(highlighter.mark(file.name), file.url, next((text for text in cut if text), None))
