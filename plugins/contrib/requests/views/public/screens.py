"""What all screens of applicants share: a frame that no cache keeps, limits by address, and whose district it is."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plugins.api import District, Links, Place, active_districts, public_screen
from plugins.contrib.requests.protection.throttling import seconds_to_wait

PLUGIN = "requests"


def screen(
    request: HttpRequest, place: Place, name: str, *, title: str, status: int = 200, **context: Any
) -> HttpResponse:
    """A screen that no cache keeps and no search engine lists: it may hold what somebody says of themselves."""
    home = Links(request).to(place.home_path or place.city_path)
    entrance = {"entrance_url": f"{home}{PLUGIN}/", "status_url": f"{home}{PLUGIN}/status/"}
    around = {"is_indexed": False, "heading": title, **entrance, **context}
    template = f"gongkai_requests/public/{name}.html"
    answer = public_screen(request, place=place, title=title, template=template, context=around, status=status)
    answer["Cache-Control"] = "private, no-store"
    answer["Referrer-Policy"] = "same-origin"
    return answer


def too_many(request: HttpRequest, place: Place, purpose: str) -> HttpResponse | None:
    """The answer to whoever asks too often, counting this request; ``None`` when it may go on."""
    seconds = seconds_to_wait(request, purpose)
    if not seconds:
        return None
    minutes = -(-seconds // 60)
    sentence = ngettext(
        "From your address there were too many requests. Please come again in a minute.",
        "From your address there were too many requests. Please come again in %(minutes)d minutes.",
        minutes,
    ) % {"minutes": minutes}
    answer = screen(request, place, "refused", title=_("Too many requests"), status=429, sentence=sentence)
    answer["Retry-After"] = str(seconds)
    return answer


def district_of(place: Place) -> District:
    """The district of a screen that the city does not have."""
    if place.district_id is None:
        raise Http404
    return District.objects.select_related("root_page").get(pk=place.district_id)


def districts_here(place: Place) -> list[District]:
    """The district of ``place``, or those of the city where the plug-in is on."""
    return [district_of(place)] if place.district_id is not None else districts_of_city(place)


def districts_everywhere() -> list[int]:
    """Keys of all districts where the plug-in is on: a case may have been passed on to another city."""
    where = active_districts(PLUGIN)
    return list(District.objects.values_list("pk", flat=True)) if where is None else list(where)


def districts_of_city(place: Place) -> list[District]:
    """The districts of the city of ``place`` where the plug-in is on: a case that was passed on is found there too."""
    found = District.objects.filter(city=place.city_id)
    where = active_districts(PLUGIN)
    found = found.select_related("root_page")
    return list(found if where is None else found.filter(pk__in=where))
