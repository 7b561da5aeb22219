"""The way in: what the procedure is, to whom an application goes; of the city, which district it is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import District, Links, Place, Unit, city_screen

from .screens import districts_here, screen

LONGEST = 60


@city_screen
def entrance(request: HttpRequest, place: Place) -> HttpResponse:
    """Of a district; of the city, a choice of district and unit, by list and by search."""
    words = request.GET.get("q", "").strip()[:LONGEST]
    found = list(_places(request, place, words))
    name = "entrance" if place.district_id is not None else "city"
    context: dict[str, Any] = {
        "words": words,
        "places": found,
        "total": sum(len(units) for _district, _url, units in found),
    }
    return screen(request, place, name, title=_("Disclosure on request"), is_indexed=True, **context)


def _places(request: HttpRequest, place: Place, words: str) -> Iterator[tuple[District, str, list[Unit]]]:
    """Districts, the address of their form, and their units whose names or aliases hold ``words``: two queries."""
    districts = {district.pk: district for district in districts_here(place)}
    units = Unit.objects.active(on=timezone.localdate()).filter(district__in=districts)
    if words:
        named = Q(name__icontains=words) | Q(full_name__icontains=words) | Q(aliases__name__icontains=words)
        units = units.filter(named).distinct()
    by_district: dict[int, list[Unit]] = {}
    for unit in units:
        by_district.setdefault(unit.district_id, []).append(unit)
    links = Links(request)
    for key, district in districts.items():
        path = district.root_page.url_path if district.root_page else ""
        if path and (key in by_district or not words):
            yield district, f"{links.to(path)}requests/apply/", by_district.get(key, [])
