"""What readers' browsers fetch for a look, and the door of previews."""

from __future__ import annotations

from typing import Any

from django.core.files.storage import default_storage
from django.core.signing import BadSignature
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from themes.looks import picture_digest, sheet_of_choice
from themes.models import ThemeVersion
from themes.previewing import begin, end

FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def sheet(request: HttpRequest, version: int, digest: str) -> HttpResponse:
    """The custom properties of a version. Its address changes with its content, so browsers keep it for ever.

    After an update of a theme, pages that are still on screens ask for the former one: they get the present one, once.
    """
    row: Any = get_object_or_404(ThemeVersion, pk=version)
    text, current = sheet_of_choice(row.as_choice())
    if digest != current and not (row.starts_at and row.starts_at <= timezone.now()):
        raise Http404
    response = HttpResponse(text, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = FOR_EVER if digest == current else "no-store"
    return response


@require_safe
def picture(request: HttpRequest, version: int, digest: str, kind: str) -> HttpResponseBase:
    """The logo or banner of a version."""
    row = get_object_or_404(ThemeVersion, pk=version)
    name: str = getattr(row, kind).name
    if not name or digest != picture_digest(name) or not default_storage.exists(name):
        raise Http404
    response = FileResponse(default_storage.open(name), content_type="image/webp")
    response["Cache-Control"] = FOR_EVER
    return response


@never_cache
@require_safe
def begin_preview(request: HttpRequest, token: str) -> HttpResponse:
    """Take a signed link and go on at ``next``, a path of this host; 404 for a link that is not, or no longer, good."""
    response = HttpResponse(status=303, headers={"Location": _path(request.GET.get("next", ""))})
    try:
        begin(response, token, secure=request.is_secure())
    except BadSignature as error:
        raise Http404 from error
    return response


@csrf_exempt  # it takes away the look of the visitor's own pages, and nothing else
@never_cache
@require_POST
def end_preview(request: HttpRequest) -> HttpResponse:
    """Show what everybody sees, at ``next``."""
    response = HttpResponse(status=303, headers={"Location": _path(request.POST.get("next", ""))})
    end(response)
    return response


def _path(asked: str) -> str:
    is_path = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if is_path else "/"
