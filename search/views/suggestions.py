"""Suggestions while somebody types; a search without them is as good, so they fail in silence."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from search.domain.answering import SearchRests
from search.domain.suggesting import suggest

from .answers import private
from .place import search_place


@require_safe
def search_suggestions(request: HttpRequest, where: str) -> JsonResponse:
    """``{"suggestions": […]}`` for ``q``."""
    here = search_place(request, where)
    try:
        found = suggest(request.GET.get("q", ""), districts=here.districts)
    except SearchRests:
        found = []
    return private(JsonResponse({"suggestions": found}))
