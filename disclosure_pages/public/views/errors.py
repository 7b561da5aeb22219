"""Answers that are not pages, in the dress of the place they were asked of: 403, 404, 410 and 500."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import requires_csrf_token

from disclosure_pages.public.addresses import Moved, find_lost
from disclosure_pages.public.exceptions import NoSuchListing
from disclosure_pages.public.links import Links
from disclosure_pages.public.place import place_of_path
from disclosure_pages.public.skeleton import skeleton
from disclosure_pages.tree.models import GoneAddress

REDIRECT_AGE = 3600  # seconds: an address may come into use again, so browsers should not keep a redirect for ever


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's ``handler404``: before it gives up, it asks what became of the address."""
    links = Links(request)
    if links.site is not None and request.method in ("GET", "HEAD") and not isinstance(exception, NoSuchListing):
        lost = find_lost(request, links=links)
        if isinstance(lost, Moved):
            return _redirect(request, lost)
        if isinstance(lost, GoneAddress):
            return _page(request, 410, links=links, title=_("This content was withdrawn"), gone=lost)
    reason = str(exception) if isinstance(exception, NoSuchListing) else ""
    return _page(request, 404, links=links, title=_("Page not found"), reason=reason)


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's ``handler403``."""
    return _page(request, 403, links=Links(request), title=_("No access"))


@requires_csrf_token
def server_error(request: HttpRequest) -> HttpResponse:
    """Django's ``handler500``: no database, no context, nothing that could fail again."""
    return render(None, "disclosure_pages/errors/500.html", status=500)


def _redirect(request: HttpRequest, moved: Moved) -> HttpResponse:
    query = request.META.get("QUERY_STRING", "") if moved.keeps_query else ""
    response = HttpResponsePermanentRedirect(f"{moved.url}?{query}" if query else moved.url)
    response["Cache-Control"] = f"public, max-age={REDIRECT_AGE}"
    return response


def _page(request: HttpRequest, status: int, *, links: Links, title: str, **context: object) -> HttpResponse:
    place = place_of_path(request.path_info, links=links)
    frame = skeleton(request, links=links, place=place, title=title, is_indexed=False)
    return render(
        request, f"disclosure_pages/errors/{status}.html", {**frame, "title": title, **context}, status=status
    )
