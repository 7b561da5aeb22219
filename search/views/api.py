"""The search for machines: the same questions, hits and counts as on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router
from ninja.errors import HttpError

from cms.tenancy.models import District
from disclosure_pages.api.public.addresses import api_address, page_address
from disclosure_pages.api.public.errors import BadParameter
from disclosure_pages.api.public.schemas import ProblemSchema
from search.domain.added import Offered, added_facets
from search.domain.answering import SearchRests
from search.domain.finding import BadCursor, Found, find
from search.domain.hits import FoundFile, FoundHit, FoundText
from search.domain.reader_query import ReaderQuery, chosen_of, in_order
from search.engines.contract import AnyFacet, FacetName
from search.query.lexing import clean
from search.text.highlights import Part

from .schemas import FoundSchema, SearchQuery

router = Router(tags=["search"])


@router.get(
    "/search",
    response={200: FoundSchema, 422: ProblemSchema, 503: ProblemSchema},
    url_name="search",
    summary="Public contents that hold words",
)
def search(request: HttpRequest, asked: Query[SearchQuery]) -> dict[str, Any]:
    """A list goes on at `next`. Facets that plug-ins add have a dot in their names, by which they narrow as parameters.

    503: the search rests; lists of contents and documents are still answered."""
    districts = _districts(asked.district)
    added = added_facets(districts)
    query = _reader_query(asked, _chosen_beside(request, added))
    try:
        found = find(query, districts=districts, cursor=asked.cursor, added=added)
    except BadCursor:
        raise BadParameter("cursor", _("This is not the place where a list goes on.")) from None
    except SearchRests:
        raise HttpError(503, "The search rests.") from None
    return {
        "on": query.day,
        "total": found.total,
        "is_bounded": found.is_bounded,
        "is_relaxed": found.is_relaxed,
        "spelling": found.spelling,
        "is_respelt": found.is_respelt,
        "items": [_hit(request, hit) for hit in found.hits],
        "others": [_hit(request, hit) for hit in found.others],
        "facets": {facet: _counts(found, facet) for facet in found.counts},
        "next": _next(request, asked, found),
    }


def _chosen_beside(request: HttpRequest, added: Iterable[Offered]) -> list[tuple[AnyFacet, str]]:
    return [pair for one in added for pair in chosen_of(request.GET, one.facet)]


def _reader_query(asked: SearchQuery, beside: Iterable[tuple[AnyFacet, str]]) -> ReaderQuery:
    values = asked.dict(include={str(facet) for facet in FacetName} - {"district"})
    chosen = (
        (FacetName(name), clean(str(value)))
        for name, given in values.items()
        for value in (given if isinstance(given, list) else [given])
    )
    return ReaderQuery(
        text=clean(asked.q),
        chosen=in_order([*(pair for pair in chosen if pair[1]), *beside]),
        on=asked.on,
        only_in_force=asked.in_force,
        since=asked.since,
        until=asked.until,
        sort=asked.sort,
        size=asked.size,
    )


def _districts(slug: str | None) -> list[str]:
    found = District.objects.filter(root_page__live=True)
    slugs = list((found.filter(slug=slug) if slug is not None else found).values_list("slug", flat=True))
    if slug is not None and not slugs:
        raise BadParameter("district", _("Nothing goes by this value."))
    return slugs


def _next(request: HttpRequest, asked: SearchQuery, found: Found) -> str | None:
    if not found.cursor:
        return None
    beside = {str(one.facet): list(found.query.values(one.facet)) for one in found.added}
    given = {**asked.dict(exclude_defaults=True), **beside, "cursor": found.cursor}
    return f"{api_address(request, 'search')}?{urlencode(given, doseq=True)}"


def _hit(request: HttpRequest, hit: FoundHit) -> dict[str, Any]:
    return {
        "id": hit.key,
        "type": hit.page_type,
        "title": _marked(hit.title),
        "number": _plain(hit.number),
        "district": hit.district,
        "unit": hit.unit,
        "unit_name": hit.unit_name,
        "published_on": hit.published_on,
        "force": hit.force,
        "is_in_force": hit.is_in_force,
        "snippets": [_snippet(text) for text in hit.texts],
        "attachments": [_file(request, file) for file in hit.files],
        "beside": [{"title": title, "url": page_address(request, path)} for title, path in hit.companions],
        "url": page_address(request, hit.url_path),
        "content_url": api_address(request, "content", hit.key),
    }


def _file(request: HttpRequest, file: FoundFile) -> dict[str, Any]:
    text = _snippet(file.text) if file.text else {"heading": "", **_marked(())}
    return {"name": _plain(file.name), "url": request.build_absolute_uri(file.url), **text}


def _snippet(text: FoundText) -> dict[str, Any]:
    return {"heading": _plain(text.heading), **_marked(text.snippet.parts)}


def _marked(parts: Iterable[Part]) -> dict[str, Any]:
    marks, end = [], 0
    for part in parts:
        start, end = end, end + len(part.text)
        if part.is_marked:
            marks.append([start, end])
    return {"text": _plain(parts), "marks": marks}


def _plain(parts: Iterable[Part]) -> str:
    return "".join(part.text for part in parts)


def _counts(found: Found, facet: AnyFacet) -> list[dict[str, Any]]:
    labels = found.labels.get(facet, {})
    counted = sorted(found.counts[facet].items(), key=lambda item: (-item[1], item[0]))
    return [{"value": value, "label": labels.get(value, value), "total": total} for value, total in counted]
