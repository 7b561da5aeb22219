"""The published reports of a district, and of its city, for programs."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.http import Http404, HttpRequest
from ninja import Field, Path, Query, Router, Schema

from plugins.api import LARGEST_KEY, District, ProblemSchema

from .models import AnnualReportPage, CityPublication
from .published import city_listed_as_json, city_report_as_json, listed_as_json, report_as_json

router = Router()
ERRORS: dict[Any, Any] = {404: ProblemSchema, 422: ProblemSchema}


class ListedReport(Schema):
    """A report without its figures."""

    key: int
    title: str
    year: int
    organ: str
    form: str
    published_on: dt.date


class ReportRow(Schema):
    """A row with its figures by the codes of the columns: a number as text, “/”, or null where it is blank."""

    code: str
    title: str
    values: dict[str, str | None]


class ReportColumn(Schema):
    """A column of a table."""

    code: str
    title: str


class ReportTable(Schema):
    """A table of parts two to four."""

    code: str
    title: str
    rows: list[ReportRow]
    columns: list[ReportColumn]


class WholeReport(ListedReport):
    """A report with its tables."""

    tables: list[ReportTable]


class ReportList(Schema):
    """One part of a list, the latest year first; ``next`` leads to the following part."""

    total: int
    items: list[ListedReport]
    next: str | None


class Asked(Schema):
    """What narrows and cuts the list."""

    year: int | None = Field(None, ge=1, le=9999, description="Year that the reports are about.")
    size: int = Field(20, ge=1, le=100, description="How many at once.")
    after: str | None = Field(None, pattern=r"^\d{4}_\d{1,18}$", description="Where to go on; taken from `next`.")


@router.get("reports", response={200: ReportList, **ERRORS})
def annual_reports(request: HttpRequest, district: Path[str], asked: Query[Asked]) -> dict[str, Any]:
    """The public annual reports of a district and its units, the latest year first."""
    public = AnnualReportPage.objects.public().filter(district__slug=district)
    return _listed(request, asked, public, year="year", shown=listed_as_json)


@router.get("reports/{key}", response={200: WholeReport, **ERRORS})
def annual_report(request: HttpRequest, district: Path[str], key: Path[int]) -> dict[str, Any]:
    """One public report with its figures."""
    return report_as_json(_found(AnnualReportPage.objects.public().filter(district__slug=district), key))


@router.get("city-reports", response={200: ReportList, **ERRORS})
def city_reports(request: HttpRequest, district: Path[str], asked: Query[Asked]) -> dict[str, Any]:
    """The public annual reports of the city that the district belongs to, the latest year first."""
    return _listed(request, asked, _of_city(district), year="report__year", shown=city_listed_as_json)


@router.get("city-reports/{key}", response={200: WholeReport, **ERRORS})
def city_report(request: HttpRequest, district: Path[str], key: Path[int]) -> dict[str, Any]:
    """One public report of the city with its figures."""
    return city_report_as_json(_found(_of_city(district), key))


def _of_city(district: str) -> Any:
    city = District.objects.filter(slug=district).values("city")
    return CityPublication.objects.public().filter(report__city__in=city).select_related("report")


def _listed(request: HttpRequest, asked: Asked, public: Any, *, year: str, shown: Any) -> dict[str, Any]:
    """One part of ``public``; ``year`` is the path to its year, ``shown`` how one of it is written."""
    if asked.year is not None:
        public = public.filter(**{year: asked.year})
    ordered = public.order_by(f"-{year}", "pk")
    found = list((_after(ordered, year, asked.after) if asked.after else ordered)[: asked.size + 1])
    items = [shown(one) for one in found[: asked.size]]
    more = _following(request, asked, items[-1]) if len(found) > asked.size else None
    return {"total": public.count(), "items": items, "next": more}


def _after(public: Any, field: str, place: str) -> Any:
    year, key = (int(part) for part in place.split("_"))
    return public.filter(Q(**{f"{field}__lt": year}) | Q(**{field: year, "pk__gt": key}))


def _following(request: HttpRequest, asked: Asked, last: dict[str, Any]) -> str:
    given = {**asked.dict(exclude_none=True), "after": f"{last['year']:04}_{last['key']}"}
    return request.build_absolute_uri(f"{request.path}?{urlencode(given)}")


def _found(public: Any, key: int) -> Any:
    found = public.filter(pk=key).first() if 0 < key <= LARGEST_KEY else None
    if found is None:
        raise Http404
    return found
