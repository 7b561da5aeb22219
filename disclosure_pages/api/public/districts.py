"""Districts, their units and their columns."""

from __future__ import annotations

from typing import Any

from django.db.models import Sum
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Router

from cms.tenancy.models import District, Unit
from disclosure_pages.tree.models import Column, ColumnTally

from .addresses import api_address, page_address
from .queries import totals_of, visible_columns
from .schemas import ColumnDetailSchema, ColumnNodeSchema, DistrictSchema, ProblemSchema, UnitSchema

router = Router(tags=["districts"])
ABSENT = {404: ProblemSchema, 422: ProblemSchema}


def shown_districts() -> Any:
    """Districts that have a home page."""
    return District.objects.filter(root_page__live=True).select_related("city", "root_page").order_by("code", "slug")


def _district(request: HttpRequest, district: District) -> dict[str, Any]:
    home = district.root_page
    return {
        "slug": district.slug,
        "name": district.name,
        "government_name": district.government_name,
        "city": district.city.name,
        "url": page_address(request, home.url_path) if home else "",
        "units_url": api_address(request, "units", district.slug),
        "columns_url": api_address(request, "columns", district.slug),
        "contents_url": api_address(request, "contents", district=district.slug),
    }


@router.get("/districts", response={200: list[DistrictSchema]}, url_name="districts", summary="All districts")
def list_districts(request: HttpRequest) -> list[dict[str, Any]]:
    """Districts in the order of their administrative division codes."""
    return [_district(request, district) for district in shown_districts()]


@router.get("/districts/{slug}", response={200: DistrictSchema, **ABSENT}, url_name="district", summary="One district")
def get_district(request: HttpRequest, slug: str) -> dict[str, Any]:
    """A district by the slug that stands in its addresses."""
    return _district(request, get_object_or_404(shown_districts(), slug=slug))


@router.get(
    "/districts/{slug}/units",
    response={200: list[UnitSchema], **ABSENT},
    url_name="units",
    summary="Units of a district",
)
def list_units(request: HttpRequest, slug: str) -> list[dict[str, Any]]:
    """Responsible units of a district, with how much each has published."""
    district = get_object_or_404(shown_districts(), slug=slug)
    tallies = ColumnTally.objects.filter(unit__district=district).values("unit_id").order_by()
    totals = dict(tallies.annotate(sum=Sum("total")).values_list("unit_id", "sum"))
    today = timezone.localdate()
    return [
        {
            "code": unit.code,
            "name": unit.name,
            "full_name": unit.full_name,
            "kind": unit.kind,
            "is_active": unit.is_active(on=today),
            "total": totals.get(unit.pk, 0),
            "contents_url": api_address(request, "contents", district=district.slug, unit=unit.code),
        }
        for unit in Unit.objects.filter(district=district).order_by("code")
    ]


@router.get(
    "/districts/{slug}/columns",
    response={200: list[ColumnNodeSchema], **ABSENT},
    url_name="columns",
    summary="Column tree of a district",
)
def list_columns(request: HttpRequest, slug: str) -> list[dict[str, Any]]:
    """The columns of a district as a tree, with counts."""
    columns = visible_columns(get_object_or_404(shown_districts(), slug=slug))
    totals = totals_of(columns)
    nodes = {column.path: {**_column(request, column, totals), "columns": []} for column in columns}
    tops: list[dict[str, Any]] = []
    for column in columns:
        above = nodes.get(column.path[: -Column.steplen])
        (above["columns"] if above else tops).append(nodes[column.path])
    return tops


@router.get(
    "/columns/{uuid:column_id}",
    response={200: ColumnDetailSchema, **ABSENT},
    url_name="column",
    summary="One column with its counts",
)
def get_column(request: HttpRequest, column_id: Any) -> dict[str, Any]:
    """A column by its stable id, with counts by unit and year."""
    columns = Column.objects.filter(live=True, district__in=shown_districts()).select_related("district")
    column = get_object_or_404(columns, column_id=column_id)
    tallies = (
        ColumnTally.objects.filter(column=column, total__gt=0).select_related("unit").order_by("-year", "unit__code")
    )
    return {
        **_column(request, column, totals_of([column])),
        "district": column.district.slug,
        "description": column.description,
        "note": column.note,
        "tallies": [
            {"unit": row.unit.code, "year": row.year, "total": row.total, "newest_on": row.newest_on} for row in tallies
        ],
    }


def _column(request: HttpRequest, column: Column, totals: dict[int, Any]) -> dict[str, Any]:
    total, newest_on = totals.get(column.pk, (0, None))
    return {
        "id": column.column_id,
        "title": column.title,
        "numbering": column.numbering,
        "purpose": column.purpose,
        "url": page_address(request, column.url_path),
        "is_retired": column.retired_on is not None,
        "total": total,
        "newest_on": newest_on,
        "contents_url": api_address(request, "contents", column=column.column_id),
    }
