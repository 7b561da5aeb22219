"""The public API as one object, and its addresses."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.cache import patch_cache_control
from ninja import NinjaAPI, Swagger
from ninja.throttling import AnonRateThrottle
from wagtail.api.v3.errors import PROBLEM_JSON, problem_response
from wagtail.utils.urlpatterns import decorate_urlpatterns

from disclosure_pages.api.describing import describe_once

from .addresses import NAMESPACE
from .contents import router as contents
from .districts import router as districts
from .errors import answer_errors

View = Callable[..., HttpResponse]
CACHED_SECONDS = 60
JSON = "application/json"


class PublicAPI(NinjaAPI):
    """An API whose description says of errors what they are."""

    def get_openapi_schema(self, **kwargs: Any) -> Any:
        """ninja describes every answer as ``application/json``."""
        schema = super().get_openapi_schema(**kwargs)
        for operations in schema["paths"].values():
            for operation in operations.values():
                for status, answer in operation["responses"].items():
                    if int(status) >= 400 and JSON in answer.get("content", {}):
                        answer["content"][PROBLEM_JSON] = answer["content"].pop(JSON)
        return schema


api = PublicAPI(
    title="Gongkai public API",
    version="1",
    description="What a city's districts disclose, for machines. Read only, open to everybody, no key needed.",
    urls_namespace=NAMESPACE,
    docs=Swagger(),
    throttle=[AnonRateThrottle(settings.PUBLIC_API_RATE)] if settings.PUBLIC_API_RATE else [],
)
answer_errors(api)
api.add_router("", districts)
api.add_router("", contents)


def nothing_here(request: HttpRequest, rest: str) -> HttpResponse:
    """An unknown address answers in the language of the API."""
    return problem_response(status=404)


def open_to_all(view: View) -> View:
    """Scripts of other sites may read the answers; caches may keep those that are right for a minute."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except Http404:  # ninja's root raises outside its own error handling
            response = problem_response(status=404)
        response["Access-Control-Allow-Origin"] = "*"
        if response.status_code == 200:
            patch_cache_control(response, public=True, max_age=CACHED_SECONDS)
        return response

    return opened


def public_urls() -> tuple[list[URLPattern], str, str]:
    """For ``path("api/public/v1/", public_urls())``."""
    patterns, app_name, namespace = api.urls
    describe_once(patterns)
    known = [*patterns, path("<path:rest>", nothing_here, name="nothing_here")]
    return decorate_urlpatterns(known, open_to_all), app_name, namespace
