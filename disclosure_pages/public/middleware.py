"""Keeps whole pages for visitors who are not signed in, and lets browsers ask whether theirs is still good."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.http import http_date, parse_http_date_safe

from .cache.entries import entry_key, load, store
from .cache.generations import read_generations, start_generations
from .cache.scope import SITE, scope_of
from .looks import is_look_preview

View = Callable[[HttpRequest], HttpResponse]


class PageCacheMiddleware:
    """Stands outside the session: with a session cookie, no kept page is given and none is made."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_anonymous_read(request):
            return as_private(request, self.get_response(request))
        key = entry_key(request)
        entry = load(key) if settings.PAGE_CACHE_SECONDS else None
        if entry is not None:
            return conditional(request, entry.as_response())
        before = read_generations([SITE])
        response = self.get_response(request)
        if not is_keepable(request, response):
            return response
        label(response)
        # Something was published while this page was being made: it may show the old state under the new generation.
        if settings.PAGE_CACHE_SECONDS and request.method == "GET" and read_generations([SITE]) == before:
            generations = start_generations(scope_of(request))
            store(key, response, generations=generations, seconds=settings.PAGE_CACHE_SECONDS)
        return conditional(request, response)


def is_anonymous_read(request: HttpRequest) -> bool:
    """Whether everybody would get the same answer: no session, no token, no preview of a page or look."""
    return (
        request.method in ("GET", "HEAD")
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "Authorization" not in request.headers
        and not getattr(request, "is_dummy", False)
        and not is_look_preview(request)
    )


def is_keepable(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether this very answer may be given to others: marked by its builder, whole, and setting no cookie."""
    return bool(scope_of(request)) and response.status_code == 200 and not response.streaming and not response.cookies


def label(response: HttpResponse) -> None:
    """Name the version of the page. Browsers and proxies keep it but ask each time: a withdrawal counts at once."""
    response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response["Last-Modified"] = http_date(time.time())
    patch_cache_control(response, public=True, no_cache=True)
    patch_vary_headers(response, ["Cookie"])


def conditional(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """304 when the browser's copy is still good, else ``response``."""
    modified = parse_http_date_safe(response["Last-Modified"])
    answer: HttpResponse = get_conditional_response(request, response["ETag"], modified, response)  # type: ignore[assignment]
    return answer


def as_private(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A public page made for somebody signed in stays with that browser."""
    if scope_of(request) and not getattr(request, "is_dummy", False):
        patch_cache_control(response, private=True, no_cache=True)
        patch_vary_headers(response, ["Cookie"])
    return response
