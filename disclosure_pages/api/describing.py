"""The description of an API, worked out once in a process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver
from wagtail.utils.urlpatterns import decorate_urlpatterns

View = Callable[..., HttpResponse]
#: Name of ninja's address with the description in JSON.
DESCRIPTION = "openapi-json"


def describe_once(patterns: Sequence[URLPattern | URLResolver]) -> None:
    """Let the description among ``patterns`` be kept.

    It is the same for everybody and open to everybody, and working it out takes a second of a processor.
    """
    decorate_urlpatterns([pattern for pattern in patterns if getattr(pattern, "name", "") == DESCRIPTION], _once)


def _once(view: View) -> View:
    kept: dict[str, bytes] = {}

    @wraps(view)
    def described(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.path not in kept:
            response = view(request, *args, **kwargs)
            if response.status_code != 200:
                return response
            kept[request.path] = response.content
        return HttpResponse(kept[request.path], content_type="application/json; charset=utf-8")

    return described
