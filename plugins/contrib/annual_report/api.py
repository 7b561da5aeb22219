"""The published reports of a district for programs."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.http import Http404, HttpRequest
from ninja import Field, Path, Query, Router, Schema

from plugins.api import LARGEST_KEY, ProblemSchema

from .models import AnnualReportPage
from .published import listed_as_json, report_as_json

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
    public = AnnualReportPage.objects.public().filter(district__slug=district).order_by("-year", "pk")
    if asked.year is not None:
        public = public.filter(year=asked.year)
    found = list((_after(public, asked.after) if asked.after else public)[: asked.size + 1])
    shown, more = found[: asked.size], found[asked.size :]
    return {
        "total": public.count(),
        "items": [listed_as_json(page) for page in shown],
        "next": _following(request, asked, shown[-1]) if more else None,
    }


def _after(public: Any, place: str) -> Any:
    year, key = (int(part) for part in place.split("_"))
    return public.filter(Q(year__lt=year) | Q(year=year, pk__gt=key))


def _following(request: HttpRequest, asked: Asked, last: AnnualReportPage) -> str:
    given = {**asked.dict(exclude_none=True), "after": f"{last.year:04}_{last.pk}"}
    return request.build_absolute_uri(f"{request.path}?{urlencode(given)}")


@router.get("reports/{key}", response={200: WholeReport, **ERRORS})
def annual_report(request: HttpRequest, district: Path[str], key: Path[int]) -> dict[str, Any]:
    """One public report with its figures."""
    public = AnnualReportPage.objects.public().filter(district__slug=district)
    found = public.filter(pk=key).first() if 0 < key <= LARGEST_KEY else None
    if found is None:
        raise Http404
    return report_as_json(found)
