"""What the API reads, on the verbs that the public screens use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, QuerySet, Sum
from django.utils.translation import gettext as _

from cms.tenancy.models import District, Unit
from disclosure_pages.tree.models import Column, ColumnTally, DisclosurePage

from .errors import BadParameter


@dataclass(frozen=True, kw_only=True)
class Narrowing:
    """What narrows a list of contents; ``None`` means “any”."""

    district: District | None = None
    column: Column | None = None
    units: tuple[int, ...] | None = None
    year: int | None = None

    def contents(self) -> QuerySet[DisclosurePage]:
        """Public contents, newest first, as the listings show them."""
        where: dict[str, Any] = {"district": self.district, "column": self.column, "unit_id__in": self.units}
        pages = DisclosurePage.objects.public().filter(
            **{name: value for name, value in where.items() if value is not None}
        )
        if self.year is not None:
            pages = pages.filter(published_on__range=(dt.date(self.year, 1, 1), dt.date(self.year, 12, 31)))
        return pages.newest_first()

    def total(self) -> int:
        """How many there are, from the kept tallies."""
        where: dict[str, Any] = {
            "column__district": self.district,
            "column": self.column,
            "unit_id__in": self.units,
            "year": self.year,
        }
        tallies = ColumnTally.objects.filter(**{name: value for name, value in where.items() if value is not None})
        return tallies.aggregate(total=Sum("total"))["total"] or 0


def narrow(*, district: str | None, column: Any, unit: str | None, year: int | None) -> Narrowing:
    """Turn parameters into rows. Raises ``BadParameter`` for one that names nothing."""
    found = Narrowing(
        district=_named("district", district, District.objects.filter(slug=district)),
        column=_named("column", column, Column.objects.filter(column_id=column)),
        year=year,
    )
    if unit is None:
        return found
    units = Unit.objects.filter(code=unit)
    if found.district is not None:
        units = units.filter(district=found.district)
    keys = tuple(units.values_list("pk", flat=True))
    if not keys:
        raise BadParameter("unit", _("No unit has this code."))
    return Narrowing(district=found.district, column=found.column, units=keys, year=year)


def _named(name: str, value: Any, rows: QuerySet[Any]) -> Any:
    if value is None:
        return None
    row = rows.first()
    if row is None:
        raise BadParameter(name, _("Nothing goes by this value."))
    return row


def visible_columns(district: District) -> list[Column]:
    """Columns of a district from the top down, siblings in their order; a retired one stays readable."""
    return list(Column.objects.filter(district=district, live=True).order_by("depth", "position", "path"))


def totals_of(columns: Iterable[Column]) -> dict[int, tuple[int, dt.date | None]]:
    """Key of a column → (number of public contents, day of the newest)."""
    rows = ColumnTally.objects.filter(column__in=list(columns)).values("column_id").order_by()
    counted = rows.annotate(sum=Sum("total"), newest=Max("newest_on")).values_list("column_id", "sum", "newest")
    return {key: (total or 0, newest) for key, total, newest in counted}
