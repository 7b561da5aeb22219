"""What stands in front of every address of Wagtail's API v3.

Wagtail answers anonymous readers there from ``live`` and page restrictions, which know nothing of what a district may
show; and it tells people apart what is denied (403) from what is absent (404). Here nobody reads without a token, and
what the token's owner may not see is not there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.db import IntegrityError
from django.db.models import ProtectedError, RestrictedError
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from wagtail.api.v3.auth import BearerTokenAuth
from wagtail.api.v3.errors import problem_response
from wagtail.api.v3.urls import api
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms.people.domain.groups import sync_rights
from disclosure_pages.api.describing import describe_once
from disclosure_pages.visibility.objects import sees
from disclosure_pages.visibility.routes import named_objects

from .files import narrow_file_lists

View = Callable[..., HttpResponse]
#: Addresses that describe the API itself; they hold names of fields, and nothing of anybody's content.
OPEN_NAMES = frozenset({"openapi-json", "openapi-view"})


def editing_urls() -> tuple[list[URLPattern], str, str]:
    """Wagtail's addresses behind the door, for ``path("api/v3/", editing_urls())``."""
    narrow_file_lists()
    patterns, app_name, namespace = api.urls
    describe_once(patterns)
    guarded = [pattern for pattern in patterns if pattern.name not in OPEN_NAMES]
    decorate_urlpatterns(guarded, behind_the_door)
    return [*patterns, path("<path:rest>", behind_the_door(nothing_here), name="nothing_here")], app_name, namespace


def behind_the_door(view: View) -> View:
    """Ask for a token, bring its owner's rights up to date, and hide what the owner may not see."""
    authenticate = BearerTokenAuth()

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not authenticate(request):
            return problem_response(status=401, detail=_("A token is needed here."))
        user: Any = request.user
        if user.rights_synced_on != timezone.localdate():
            sync_rights(user=user)
        body = _json_body(request)
        if body is not None and not isinstance(body, dict):
            # Wagtail 8.0.1 looks for attributes of whatever the body is, and fails.
            return problem_response(status=422, errors=[{"loc": ["body"], "msg": _("The body must be an object.")}])
        named = [*_named_in_address(request), *_named_in_body(body or {})]
        if not all(sees(user, kind, key) for kind, key in named):
            return problem_response(status=404, detail=_("There is nothing here."))
        return _without_server_errors(view, request, *args, **kwargs)

    return guarded


@csrf_exempt
def nothing_here(request: HttpRequest, rest: str) -> HttpResponse:
    """An unknown address answers in the language of the API."""
    return problem_response(status=404, detail=_("There is nothing here."))


def _without_server_errors(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    """What the database refuses is a conflict of the request, not a fault of the server."""
    try:
        return view(request, *args, **kwargs)
    except (ProtectedError, RestrictedError):
        return problem_response(status=409, detail=_("Something else still needs this."))
    except IntegrityError:
        return problem_response(status=409, detail=_("This does not go together with what is there already."))


def _named_in_address(request: HttpRequest) -> Iterator[tuple[str, Any]]:
    if request.resolver_match is not None:
        yield from named_objects(request.resolver_match, request.GET)


def _json_body(request: HttpRequest) -> Any:
    """The body as data; ``None`` for one that is no JSON, which is left to the API's own validation."""
    if request.content_type != "application/json" or not request.body:
        return None
    try:
        return json.loads(request.body)
    except ValueError:
        return None


def _named_in_body(body: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Pages that a body names as a place."""
    meta = body.get("meta")
    for key in (body.get("destination_id"), meta.get("parent_id") if isinstance(meta, dict) else None):
        if isinstance(key, int):
            yield "page", key
