"""The search as readers see it. One question has one address; whatever else is sent leads there."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from disclosure_pages.library.lists.formats import offers
from disclosure_pages.public.breadcrumbs import without_address
from disclosure_pages.public.listings.paging import check_page
from disclosure_pages.public.skeleton import Crumb, site_meta, skeleton
from search.domain.answering import REST_SECONDS, SearchRests
from search.domain.finding import Found, find
from search.domain.labels import SORT_LABELS
from search.domain.reader_query import ReaderQuery
from search.domain.recommending import recommended

from .answers import private
from .noting import note_search
from .opened import opened_url
from .pages import pages_of
from .place import SearchPlace, search_place


@require_safe
def search(request: HttpRequest, where: str) -> HttpResponse:
    """What is found in a district or a city, or how to search when nothing is asked."""
    here = search_place(request, where)
    query = here.read(request.GET)
    if not _is_written_our_way(request, query):
        return HttpResponseRedirect(here.address("search") + query.encode())
    try:
        found = find(query, districts=here.districts, added=here.added) if query.asks else None
    except SearchRests:
        return _rests(request, here, query)
    return _answer(request, here, query, found)


def _is_written_our_way(request: HttpRequest, query: ReaderQuery) -> bool:
    """Forms send empty fields and defaults. What was decoded is compared: there are several ways to write it."""
    return QueryDict(query.encode()[1:]) == request.GET


def _answer(request: HttpRequest, here: SearchPlace, query: ReaderQuery, found: Found | None) -> HttpResponse:
    context = {**_frame(request, here, query), "found": found}
    if found is not None:
        pages = pages_of(query, total=found.total)
        check_page(query.page, last=pages.last)
        note_search(request, here, query, found)
        best = recommended(found, districts=here.districts)
        context |= {
            "pages": pages,
            "hits": [_shown(hit, here) for hit in found.hits],
            "recommended": [(page.title, here.links.to(page.url_path)) for page in best],
            "others": [_shown(hit, here) for hit in found.others],
            "spelling_url": here.address("search") + query.encode(text=found.spelling, page=1),
            "opened_url": opened_url(here, query),
        }
    return private(render(request, "gongkai_search/search.html", context))


def _rests(request: HttpRequest, here: SearchPlace, query: ReaderQuery) -> HttpResponse:
    """Said plainly, with the lists of the library as a way on."""
    context = {**_frame(request, here, query), "library_url": f"{here.home_url}library/"}
    response = render(request, "gongkai_search/rests.html", context, status=503)
    response["Retry-After"] = str(REST_SECONDS)
    return private(response)


def _shown(hit: Any, here: SearchPlace) -> tuple[Any, str, list[tuple[str, str]]]:
    """The hit with its address and those of what is shown beside it."""
    return hit, here.links.to(hit.url_path), [(title, here.links.to(path)) for title, path in hit.companions]


def _frame(request: HttpRequest, here: SearchPlace, query: ReaderQuery) -> dict[str, Any]:
    title, url = pgettext("noun", "Search"), here.address("search")
    plain = query.encode(page=1, size=ReaderQuery.size)
    return {
        **skeleton(
            request,
            links=here.links,
            place=here.place,
            title=f"{query.text} - {title}" if query.text else title,
            crumbs=without_address([*here.crumbs(), Crumb(title, url)]),
            meta_tags=site_meta(here.place, links=here.links, url_path=here.home_path),
            canonical_url=f"{here.links.canonical(here.home_path)}search/{query.encode()}",
            is_indexed=not query.asks,
            feed_url=here.address("feed") + plain if query.asks else "",
            return_path=url + query.encode(),
            search_url="",  # the page has a larger one of its own
        ),
        "title": title,
        "here": here,
        "query": query,
        "screen_url": url,
        "xlsx_url": here.address("xlsx") + plain,
        "csv_url": here.address("csv") + plain,
        "other_formats": offers(
            request, here.place.district_id, address=lambda extension: here.file_address(extension) + plain
        ),
        "sorts": [(sort, label, sort is query.sort) for sort, label in SORT_LABELS.items()],
        "without_filters": ReaderQuery(text=query.text, on=query.on).address(),
        "scopes": here.scopes(query),
        "wider_url": here.wider and here.wider + query.encode(page=1, chosen=()),
    }
