"""The city's reports for readers, in the city's place: one for each year, with its files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from wagtail.views import serve

from plugins.api import ExportFailed, Links, Place, city_screen, public_screen, safe_file_name
from plugins.contrib.annual_report.models import CityPublication
from plugins.contrib.annual_report.published import report_as_json
from plugins.contrib.annual_report.shown import context_of_report
from plugins.contrib.annual_report.views.pages.downloads import WRITERS

View = Callable[..., HttpResponse]


def _of_city(view: View) -> View:
    """``view`` in a city's place; below a district whatever the tree of pages has at this address."""

    @city_screen
    def answer(request: HttpRequest, place: Place, **kwargs: Any) -> HttpResponse:
        if place.district_id is not None:
            return serve(request, request.path.lstrip("/"))
        return view(request, place, **kwargs)

    return answer


def _public(place: Place) -> Any:
    return CityPublication.objects.public().filter(report__city=place.city_id).select_related("report")


def reports(request: HttpRequest, place: Place) -> HttpResponse:
    """The years on which the city has reported."""
    found, template = list(_public(place)), "gongkai_annual/city_reports.html"
    if not found:
        raise Http404
    context = {"reports": found, "is_indexed": True}
    return public_screen(request, place=place, title=_("Annual reports"), template=template, context=context)


def report(request: HttpRequest, place: Place, year: int) -> HttpResponse:
    """The report on one year: parts, files, charts, comparison."""
    found = _found(place, year)
    around = {"page": found, "published_on": found.published_on, "is_indexed": True}
    context = {**context_of_report(found.page.contents), **around}
    template = "gongkai_annual/city_report.html"
    return public_screen(request, place=place, title=found.title, template=template, context=context)


def file(request: HttpRequest, place: Place, year: int, file_format: str) -> HttpResponse:
    """The same as a file."""
    page = _found(place, year).page
    if file_format == "json":
        return JsonResponse(_as_json(request, place, page), json_dumps_params={"ensure_ascii": False})
    if file_format not in WRITERS:
        raise Http404
    kind, write = WRITERS[file_format]
    try:
        content = write(page.contents)
    except ExportFailed:
        message = _("The file cannot be made at the moment. Please try again in a minute.")
        return HttpResponse(
            message, status=503, content_type="text/plain; charset=utf-8", headers={"Retry-After": "20"}
        )
    name = content_disposition_header(True, safe_file_name(f"{page.title}.{file_format}"))
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": name})


def _found(place: Place, year: int) -> CityPublication:
    found: CityPublication = get_object_or_404(_public(place), report__year=min(year, 9999))
    return found


def _as_json(request: HttpRequest, place: Place, page: Any) -> dict[str, Any]:
    address = request.build_absolute_uri(f"{Links(request).to(place.city_path)}annual-report/{page.year}/")
    return {**report_as_json(page), "key": address}


urlpatterns = [
    path("", _of_city(reports), name="city_reports"),
    path("<int:year>/", _of_city(report), name="city_report"),
    path("<int:year>/report.<str:file_format>", _of_city(file), name="city_file"),
]
