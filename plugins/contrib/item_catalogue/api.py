"""Operations of the public API: what is published for the items of a district."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Path, Query, Router, Schema
from pydantic import Field as Described

from plugins.api import ProblemSchema

from .domain.coverage import Coverage, LivingItem, coverage, coverage_by, living_items
from .models import Catalogue, Item

router = Router()
ABSENT: dict[int, Any] = {404: ProblemSchema, 422: ProblemSchema}


class ItemSchema(Schema):
    """An item of the catalogue in effect."""

    identity: str = Described(description="The same in all versions of the catalogue.")
    key: str = Described(description="How the item's public address names it.")
    number: str
    first: str
    second: str
    content: str
    basis: str
    limit: str
    body: str
    publications: int
    newest_on: dt.date | None
    measurable: int = Described(description="Publications of which it can be said whether they were in time.")
    in_time: int
    state: Literal["none", "kept", "late", "not_measurable"]


class CoverageSchema(Schema):
    """Figures of a group of items; ``measurable`` and ``kept`` count items."""

    key: str
    label: str
    items: int
    published: int
    measurable: int
    kept: int
    newest_on: dt.date | None


@router.get("fields/{field}/items", response={200: list[ItemSchema], **ABSENT}, summary="Items of a field, with counts")
def items(request: HttpRequest, district: Path[str], field: Path[str]) -> list[dict[str, Any]]:
    """In the order of the catalogue in effect today; 404 without one."""
    holding = Catalogue.objects.filter(district__slug=district, field__code=field)
    catalogue = holding.in_effect(on=timezone.localdate()).first()
    if catalogue is None:
        raise Http404
    return [_item(one) for one in living_items(_details(Item.objects.filter(catalogue=catalogue)))]


@router.get("coverage", response={200: list[CoverageSchema], **ABSENT}, summary="How far items are covered")
def coverage_of_fields(
    request: HttpRequest, district: Path[str], by: Query[Literal["field", "unit"]] = "field"
) -> list[dict[str, Any]]:
    """A row for each field, or each unit; the last row, without a key and a label, is of all together."""
    of_district = Item.objects.filter(catalogue__district__slug=district)
    living = living_items(_details(of_district.in_effect(on=timezone.localdate())))
    return [_coverage(one) for one in [*coverage_by(living, by), coverage(living)]]


def _details(found: Any) -> Any:
    related = found.select_related("catalogue__field", "catalogue__district", "unit")
    return related.order_by("catalogue__field__order", "position", "pk")


def _item(one: LivingItem) -> dict[str, Any]:
    names = ("number", "first", "second", "content", "basis", "limit", "body")
    return {
        "identity": str(one.item.identity),
        "key": one.key,
        **{name: getattr(one.item, name) for name in names},
        "publications": one.total,
        "newest_on": one.newest,
        "measurable": one.measurable,
        "in_time": one.in_time,
        "state": one.keeping.value,
    }


def _coverage(one: Coverage) -> dict[str, Any]:
    names = ("key", "label", "items", "published", "measurable", "kept")
    return {**{name: getattr(one, name) for name in names}, "newest_on": one.newest}
