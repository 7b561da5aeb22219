"""The published reports of a district for programs."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Path, Query, Router, Schema

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


class Asked(Schema):
    """``year`` narrows to reports on one year."""

    year: int | None = None


@router.get("reports", response={200: list[ListedReport], **ERRORS})
def annual_reports(request: HttpRequest, district: Path[str], asked: Query[Asked]) -> list[dict[str, Any]]:
    """The public annual reports of a district and its units, the latest year first."""
    public = AnnualReportPage.objects.public().filter(district__slug=district).order_by("-year", "pk")
    if asked.year is not None:
        public = public.filter(year=asked.year) if 0 < asked.year < 10_000 else public.none()
    return [listed_as_json(page) for page in public]


@router.get("reports/{key}", response={200: WholeReport, **ERRORS})
def annual_report(request: HttpRequest, district: Path[str], key: Path[int]) -> dict[str, Any]:
    """One public report with its figures."""
    public = AnnualReportPage.objects.public().filter(district__slug=district)
    found = public.filter(pk=key).first() if 0 < key <= LARGEST_KEY else None
    if found is None:
        raise Http404
    return report_as_json(found)
