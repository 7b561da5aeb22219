"""The switch of the reading mode: a form, so that it works without JavaScript."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from disclosure_pages.public.enums import ReadingMode
from disclosure_pages.public.reading import remember_reading_mode


@csrf_exempt  # it changes nothing but the look of the visitor's own pages, and a token would cost every page a cookie
@never_cache
@require_http_methods(["GET", "POST"])
def switch_reading_mode(request: HttpRequest) -> HttpResponse:
    """Remember ``mode`` and go back to ``next``, which must be a path (no host of its own); else to the home page."""
    choice = request.POST if request.method == "POST" else request.GET
    target = choice.get("next", "")
    if not target.startswith("/") or not url_has_allowed_host_and_scheme(target, allowed_hosts=None):
        target = "/"
    response = HttpResponse(status=303, headers={"Location": target})
    mode = choice.get("mode", "")
    if mode in ReadingMode.values:
        remember_reading_mode(response, ReadingMode(mode), secure=request.is_secure())
    return response
