"""Part two of the report, counted from the library: regulations and normative documents (Art. 20, No. 1).

The list that a figure opens and the figure itself are one queryset.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Min, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plugins.api import District, FigureScope, FigureSource, LegalClass, LegalForce, LegalRecord

from .issuers import issued_in
from .structure import form_of_year

TABLE = "regulations"
ROWS: Mapping[str, str] = {"rules": LegalClass.RULES, "documents": LegalClass.NORMATIVE}
COLUMNS = ("made", "repealed", "in_force")
#: Tables of the older form ask for something else below the same words: all that is public, whatever its force.
COUNTED_FORM = "2021"


def records_of(scope: FigureScope, column: str, own: Q | None = None) -> QuerySet[Any]:
    """The documents of a column, of rules and of normative documents alike.

    ``made``: issued in the year. ``repealed``: out of force by an act of repeal since a day of the year; what has
    merely expired is not. ``in_force``: in force, whole, amended or in part, on 31 December. A text that was taken off
    the site counts, because that changes nothing in law; what should never have been there does not. Nor do documents
    that others issued, which a library keeps as well: ``own`` are those of the scope, see :func:`issued_in`.
    """
    records = _records(scope.district).filter(issued_in(scope) if own is None else own)
    first, last = dt.date(scope.year, 1, 1), dt.date(scope.year, 12, 31)
    if column == "made":
        return records.filter(issued_on__range=(first, last))
    if column == "repealed":
        begins = {"force_periods__force": LegalForce.REPEALED, "force_periods__starts_on__range": (first, last)}
        return records.filter(**begins).distinct()
    return records.in_force(on=last)


def _records(district: District) -> Any:
    return LegalRecord.objects.valid().filter(kind__legal_class__in=ROWS.values(), district=district)


def known_since(district: District) -> dt.date | None:
    """New Year's Day of the oldest document; of the years before nobody knows whether there was none."""
    first: dt.date | None = _records(district).aggregate(day=Min("issued_on"))["day"]
    return first and first.replace(month=1, day=1)


def documents_of(scope: FigureScope, row: str, column: str) -> QuerySet[Any]:
    """The documents that a cell counts."""
    return records_of(scope, column).filter(kind__legal_class=ROWS[row])


def count_documents(scope: FigureScope) -> dict[tuple[str, str], int]:
    """Every cell of the table, a constant number of queries; nothing for years whose form asks otherwise."""
    if form_of_year(scope.year).code != COUNTED_FORM:
        return {}
    own = issued_in(scope)
    counted = {column: _by_class(records_of(scope, column, own)) for column in COLUMNS}
    return {(row, column): counted[column].get(ROWS[row], 0) for row in ROWS for column in COLUMNS}


def _by_class(records: QuerySet[Any]) -> dict[str, int]:
    return dict(records.order_by().values_list("kind__legal_class").annotate(Count("pk", distinct=True)))


def address_of(scope: FigureScope, row: str, column: str) -> str:
    """The screen with the documents of a cell."""
    asked = {"district": scope.district.slug, "year": scope.year, "row": row, "column": column}
    return f"{reverse('annual-report-admin:documents')}?{urlencode({**asked, **scope.part})}"


SOURCE = FigureSource(
    name="documents",
    title=_("Library of documents"),
    table=TABLE,
    figures=count_documents,
    address=address_of,
    since=known_since,
    has_remainder=True,
)
