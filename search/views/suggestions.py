"""Suggestions while somebody types; a search without them is as good, so they fail in silence."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from search.domain.answering import SearchRests
from search.domain.suggesting import suggest
from search.engines.contract import FacetName

from .answers import private
from .place import search_place


@require_safe
def search_suggestions(request: HttpRequest, where: str) -> JsonResponse:
    """``{"suggestions": […], "announcement": "…"}`` for ``q`` and ``type``; the sentence is read out by the screen."""
    here = search_place(request, where)
    text, page_type = request.GET.get("q", ""), request.GET.get(FacetName.TYPE, "")
    try:
        found = suggest(text, districts=here.districts, page_type=page_type)
    except SearchRests:
        found = []
    return private(JsonResponse({"suggestions": found, "announcement": _announcement(len(found))}))


def _announcement(total: int) -> str:
    if not total:
        return _("No suggestions")
    return ngettext("%(total)s suggestion", "%(total)s suggestions", total) % {"total": total}
