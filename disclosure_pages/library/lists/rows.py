"""Rows of the library: keys from one covering index of periods of legal force, then one query for what is shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from disclosure_pages.documents.force.enums import FORCES_IN_FORCE, LegalForce
from disclosure_pages.documents.models import DocumentKind, ForcePeriod, Topic
from disclosure_pages.documents.models.force_period import RETROACTIVE
from disclosure_pages.documents.models.kind import Classification
from disclosure_pages.documents.querysets import on_day

from .enums import ForceChoice, Sort
from .query import LibraryQuery

Address = Callable[[str], str]
FORCES: dict[str, tuple[str, ...]] = {
    ForceChoice.IN_FORCE: tuple(sorted(FORCES_IN_FORCE)),
    ForceChoice.NOT_YET: (LegalForce.NOT_YET,),
    ForceChoice.ENDED: (LegalForce.EXPIRED, LegalForce.REPEALED),
}
ORDERS: dict[str, tuple[str, ...]] = {
    Sort.NEWEST: ("-issued_on", "-record"),
    Sort.OLDEST: ("issued_on", "record"),
    Sort.EFFECTIVE: ("-record__effective_on", "-record"),
    Sort.NUMBER: ("record__number_agency", "-record__number_year", "-record__number_serial", "-record"),
}


@dataclass(frozen=True, kw_only=True)
class LibraryRow:
    """One document of a list, with the legal force that it has on the day asked for."""

    title: str
    url: str
    number: str
    index_number: str
    issuer: str
    district: str
    kind: str
    topic: str
    issued_on: dt.date | None
    formed_on: dt.date | None
    effective_on: dt.date | None
    expires_on: dt.date | None
    force: str

    @property
    def force_label(self) -> str:
        """The force in the reader's language."""
        return str(LegalForce(self.force).label)


#: Field of a row → where it stands, seen from a period.
_FIELDS = {
    "number": "record__number",
    "title": "record__title",
    "index_number": "record__index_number",
    "issuer": "record__issuer",
    "district": "district__name",
    "kind": "record__kind__name",
    "topic": "record__topic__name",
    "issued_on": "issued_on",
    "formed_on": "record__formed_on",
    "effective_on": "record__effective_on",
    "expires_on": "record__expires_on",
    "force": "force",
}


def periods_asked_for(query: LibraryQuery, *, districts: list[int]) -> QuerySet[ForcePeriod]:
    """One period for each public document that ``query`` asks for: the one that holds its day."""
    periods = _of_districts(districts).filter(is_public=True, **on_day(query.day))
    forces = FORCES.get(query.force, () if query.force == ForceChoice.ALL else (query.force,))
    if forces:
        periods = periods.filter(force__in=forces)
    if forces and FORCES_IN_FORCE.issuperset(forces) and query.day < timezone.localdate():
        periods = periods.filter(issued_on__lte=_last_issue(query.day))
    return periods.filter(**record_filters(query))


def _last_issue(day: dt.date) -> dt.date:
    """The last day of issue of what may have been in force on ``day``, a day in the past.

    With it a list begins where its first row is, instead of passing over everything issued since. Only what took effect
    before it was issued can have been issued later than ``day``.
    """
    early = ForcePeriod.objects.filter(RETROACTIVE, issued_on__gt=day, **on_day(day))
    return early.order_by("-issued_on").values_list("issued_on", flat=True).first() or day


def record_filters(query: LibraryQuery) -> dict[str, Any]:
    """Conditions on the document itself, whatever its force."""
    asked = {
        "record__issuer": query.issuer,
        "record__topic__in": query.topic and _with_parts(Topic, query.topic),
        "record__kind__in": query.kind and _with_parts(DocumentKind, query.kind),
        "issued_on__range": query.year and (dt.date(query.year, 1, 1), dt.date(query.year, 12, 31)),
    }
    return {name: value for name, value in asked.items() if value not in ("", None)}


def _with_parts(model: type[Classification], code: str) -> list[int]:
    """An entry of a two-level list and everything below it."""
    entries = model._default_manager.filter(Q(code=code) | Q(parent__code=code))
    return list(entries.values_list("pk", flat=True))


def _of_districts(districts: list[int]) -> QuerySet[ForcePeriod]:
    if len(districts) == 1:
        return ForcePeriod.objects.filter(district=districts[0])
    # The sum keeps databases from the index of a single district, which would make them sort all of them.
    return ForcePeriod.objects.alias(place=F("district_id") + 0).filter(place__in=districts)


def ordered(periods: QuerySet[ForcePeriod], query: LibraryQuery) -> QuerySet[ForcePeriod]:
    """``periods`` in the order that ``query`` asks for."""
    return periods.order_by(*ORDERS[query.sort])


def read_rows(keys: Iterable[int], *, address: Address) -> list[LibraryRow]:
    """Rows of the periods ``keys`` in their order: one query."""
    wanted = list(keys)
    found = dict(_rows(ForcePeriod.objects.filter(pk__in=wanted), address=address))
    return [found[key] for key in wanted if key in found]


def stream_rows(periods: QuerySet[ForcePeriod], *, address: Address) -> Iterator[LibraryRow]:
    """Rows one after another, for downloads of any length; ``address`` turns a ``Page.url_path`` into one."""
    return (row for _pk, row in _rows(periods, address=address))


def _rows(periods: QuerySet[ForcePeriod], *, address: Address) -> Iterator[tuple[int, LibraryRow]]:
    values = periods.values_list("pk", "record__page__url_path", *_FIELDS.values()).iterator(chunk_size=500)
    for pk, url_path, *rest in values:
        yield pk, LibraryRow(url=address(url_path or ""), **_shown(rest))


def _shown(values: list[Any]) -> dict[str, Any]:
    """Days may be missing; texts are empty then."""
    named = zip(_FIELDS, values, strict=True)
    return {name: value if value is not None or name.endswith("_on") else "" for name, value in named}
