"""What wraps every request: a number in the log, sound addresses, the admin's content policy, redirects of readers."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from urllib.parse import quote

import structlog
from csp.constants import SELF
from csp.decorators import csp_replace
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from wagtail.contrib.redirects.middleware import RedirectMiddleware

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
View = Callable[[HttpRequest], HttpResponseBase]


class RequestLogMiddleware:
    """Give every log line of a request the same number, so that one reader's trouble can be followed."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        with structlog.contextvars.bound_contextvars(
            request=uuid.uuid4().hex[:12], method=request.method, path=request.path
        ):
            return self.get_response(request)


class NullCharacterMiddleware:
    """Replace null characters in addresses, which PostgreSQL's text cannot hold, by Unicode's replacement character.

    Whatever looks an address or a query up in the database then finds nothing, instead of failing: absent, not broken.
    Forms refuse the character themselves.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.path = request.path.replace("\0", REPLACEMENT)
        request.path_info = request.path_info.replace("\0", REPLACEMENT)
        query = request.META.get("QUERY_STRING", "")
        if "%00" in query:
            request.META["QUERY_STRING"] = query.replace("%00", quote(REPLACEMENT))
        return self.get_response(request)


class AdminPolicyMiddleware:
    """Loosen the content policy below Wagtail's admin, and nowhere else.

    Wagtail 8.0 starts its date, time and inline-panel widgets by inline scripts (``wagtailadmin/widgets/*.html``) and
    writes styles into elements, so its admin cannot do without ``unsafe-inline``. Public pages can.
    Stands inside ``CSPMiddleware``, which writes the header from what this one leaves on the response. A preview is a
    public page that the admin asks for by a request of its own and shows in a frame; nothing else is loosened for it.
    """

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response
        self.get_admin_response = csp_replace(settings.ADMIN_CONTENT_SECURITY_POLICY)(get_response)
        self.get_preview = csp_replace({"frame-ancestors": [SELF]})(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(reverse("wagtailadmin_home")):
            return self.get_admin_response(request)
        if getattr(request, "is_dummy", False):
            return self.get_preview(request)
        return self.get_response(request)


class ReadersRedirectMiddleware(RedirectMiddleware):
    """Redirects are for readers; an address of the admin that leads nowhere is looked up nowhere else."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Three queries less for every 404 of the admin."""
        if request.path.startswith(reverse("wagtailadmin_home")):
            return response
        answer: HttpResponseBase = super().process_response(request, response)
        return answer
