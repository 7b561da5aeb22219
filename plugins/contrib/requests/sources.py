"""Figures of the annual report: part three counted from cases, part four from remedies (国办公开办函〔2021〕30号).

Counted is what happened in the calendar year. All rows of a year count a case for one unit: the one that decided it in
the year, or held it on 31 December; so each unit's rows balance, and units and the remainder make the district without
counting a case twice. What a unit carried over and then handed on is carried in by whoever has it next, so that the
last year's rows of the two differ by it. The remainder are cases that no unit had, as those that came as “not sure” and
are with the disclosure office, and those of a unit that was gone before the year. Sums are the report's own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import BigIntegerField, Count, Exists, F, Min, OuterRef, Q, QuerySet, Subquery, When
from django.db.models import Case as Choice
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plugins.api import District, FigureScope, FigureSource, Unit

from .enums import ApplicantKind, EventKind, Outcome, RemedyKind, RemedyResult
from .models import Case, CaseEvent, Remedy
from .querysets import CaseQuerySet

NEW: Final = "new"
CARRIED_IN: Final = "carried_in"
CARRIED_OUT: Final = "carried_out"
TOTAL: Final = "total"
_BESIDE: Final = (NEW, CARRIED_IN, CARRIED_OUT)


def case_figures(scope: FigureScope) -> dict[tuple[str, str], int]:
    """Every cell of part three that is no sum, in one query; nought where there was nothing."""
    counts = {f"row_{row}": Count("pk", filter=_in_row(scope.year, row)) for row in _BESIDE}
    figures = {(row, kind): 0 for row in (*_BESIDE, *Outcome.values) for kind in ApplicantKind.values}
    cases = _cases(scope).filter(_counts(scope.year))
    grouped = cases.order_by().values("applicant_kind", "outcome", "concluded_on__year")
    groups: Iterable[Any] = grouped.annotate(number=Count("pk"), **counts)
    for group in groups:
        kind = group["applicant_kind"]
        for row in _BESIDE:
            figures[row, kind] += group[f"row_{row}"]
        if group["concluded_on__year"] == scope.year:
            figures[group["outcome"], kind] += group["number"]
    return figures


def counted_cases(scope: FigureScope, row: str, column: str) -> CaseQuerySet:
    """The cases that a cell counts; also those of the sums ``total``, of a column, and of all rows of results."""
    cases = _cases(scope).filter(_in_row(scope.year, row))
    if column in ApplicantKind.values:
        cases = cases.filter(applicant_kind=column)
    return cases.order_by("received_on", "pk")


def remedy_figures(scope: FigureScope) -> dict[tuple[str, str], int]:
    """Every cell of part four that is no sum, in one query."""
    figures = {(kind, result): 0 for kind in RemedyKind.values for result in RemedyResult.values}
    concluded, pending = _ended(scope.year), _pending(scope.year)
    grouped = _remedies(scope).order_by().values("kind", "result")
    counts = {"ended": Count("pk", filter=concluded), "open": Count("pk", filter=pending)}
    groups: Iterable[Any] = grouped.annotate(**counts)
    for group in groups:
        figures[group["kind"], RemedyResult.PENDING] += group["open"]
        if group["result"] != RemedyResult.PENDING:
            figures[group["kind"], group["result"]] += group["ended"]
    return figures


def counted_remedies(scope: FigureScope, row: str, column: str) -> QuerySet[Remedy]:
    """The remedies that a cell of part four counts; also those of the sum ``total``."""
    rows = _remedies(scope)
    if row in RemedyKind.values:
        rows = rows.filter(kind=row)
    if column == RemedyResult.PENDING:
        rows = rows.filter(_pending(scope.year))
    elif column in RemedyResult.values:
        rows = rows.filter(_ended(scope.year), result=column)
    else:
        rows = rows.filter(_ended(scope.year) | _pending(scope.year))
    return rows.order_by("filed_on", "pk")


def address_of(screen: str, scope: FigureScope, row: str, column: str) -> str:
    """The screen that lists what a cell counts."""
    asked = {"district": scope.district.pk, "year": scope.year, "row": row, "column": column}
    return f"{reverse(f'requests-admin:{screen}')}?{urlencode({**asked, **scope.part})}"


def known_since(district: District) -> dt.date | None:
    """New Year's Day of the oldest case; before there is one, nothing tells no applications from no system."""
    first: dt.date | None = Case.objects.filter(district=district).aggregate(day=Min("received_on"))["day"]
    return first and first.replace(month=1, day=1)


SOURCES: Final = (
    FigureSource(
        name="cases",
        title=_("Cases of disclosure on request"),
        table="requests",
        figures=case_figures,
        address=lambda scope, row, column: address_of("counted", scope, row, column),
        since=known_since,
        has_remainder=True,
    ),
    FigureSource(
        name="remedies",
        title=_("Remedies on record"),
        table="remedies",
        figures=remedy_figures,
        address=lambda scope, row, column: address_of("remedies", scope, row, column),
        since=known_since,
        has_remainder=True,
    ),
)


def _cases(scope: FigureScope) -> CaseQuerySet:
    return _of_scope(scope).filter(received_on__isnull=False)


def _remedies(scope: FigureScope) -> QuerySet[Remedy]:
    return Remedy.objects.filter(case__in=_of_scope(scope))


def _of_scope(scope: FigureScope) -> CaseQuerySet:
    cases = Case.objects.filter(district=scope.district)
    if scope.unit:
        return cases.alias(holder=_holder(scope.year)).filter(holder=scope.unit.pk)
    if scope.is_remainder:
        units = Unit.objects.of_district(scope.district).active_between(_first(scope.year), _last(scope.year))
        held = cases.alias(holder=_holder(scope.year))
        return held.filter(Q(holder=None) | ~Q(holder__in=units.values("pk")))
    return cases


def _holder(year: int) -> Choice:
    """Who held a case when the year ended: whoever did before it was assigned for the first time afterwards."""
    later = CaseEvent.objects.filter(case=OuterRef("pk"), kind=EventKind.ASSIGNED, day__gt=_last(year))
    before = Subquery(later.order_by("pk").values("unit_before")[:1])
    return Choice(When(Exists(later), then=before), default=F("unit"), output_field=BigIntegerField())


def _counts(year: int) -> Q:
    """Received by the end of the year, and not concluded before it."""
    return Q(received_on__lte=_last(year)) & (Q(concluded_on=None) | Q(concluded_on__gte=_first(year)))


def _in_row(year: int, row: str) -> Q:
    first, last = _first(year), _last(year)
    rows = {
        NEW: Q(received_on__range=(first, last)),
        CARRIED_IN: Q(received_on__lt=first) & (Q(concluded_on=None) | Q(concluded_on__gte=first)),
        CARRIED_OUT: Q(received_on__lte=last) & (Q(concluded_on=None) | Q(concluded_on__gt=last)),
        TOTAL: Q(concluded_on__range=(first, last)),
    }
    return rows[row] if row in rows else Q(concluded_on__range=(first, last), outcome=row)


def _ended(year: int) -> Q:
    return Q(concluded_on__range=(_first(year), _last(year)))


def _pending(year: int) -> Q:
    return Q(filed_on__lte=_last(year)) & (Q(concluded_on=None) | Q(concluded_on__gt=_last(year)))


def _first(year: int) -> dt.date:
    return dt.date(year, 1, 1)


def _last(year: int) -> dt.date:
    return dt.date(year, 12, 31)
