"""Documents that part two leaves out because the words of their issuer name nobody of the district.

Some are rightly nobody's, as those of the state or of the city; others are of a unit that somebody wrote in an unusual
way, and are missing in its report until it is known by that name or the document is corrected.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import ngettext

from plugins.api import District, FigureScope, LegalRecord, Unit

from .counting import COLUMNS, COUNTED_FORM, records_of
from .issuers import issued_in, own_names
from .models import OutsideIssuer
from .structure import form_of_year

#: From which likeness on a name is worth a look.
ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class UnmatchedIssuer:
    """Words that name no unit, on how many documents, and the unit whose name is most alike, if any is."""

    issuer: str
    number: int
    nearest: Unit | None


def unmatched_records(district: District, *, year: int, is_outside: bool = False) -> QuerySet[Any]:
    """What a cell of part two on ``year`` would count if its issuer were known; nothing in years of the older form.

    Each document once, whichever cells it would be counted in. ``is_outside``: those of issuers that somebody has said
    are none of the district's, which are left out otherwise.
    """
    if form_of_year(year).code != COUNTED_FORM:
        return LegalRecord.objects.none()
    scope = FigureScope(district=district, year=year)
    counted = Q(pk=None)
    for column in COLUMNS:
        counted |= Q(pk__in=records_of(scope, column, Q(page__issuing_unit=None)).values("pk"))
    matched = LegalRecord.objects.filter(issued_in(scope), district=district).values("pk")
    outside = Q(issuer__in=OutsideIssuer.objects.filter(district=district).values("name"))
    return LegalRecord.objects.filter(counted, outside if is_outside else ~outside).exclude(pk__in=matched)


def unmatched_issuers(district: District, *, year: int, is_outside: bool = False) -> list[UnmatchedIssuer]:
    """The words on these documents, those on most of them first; a constant number of queries."""
    records = unmatched_records(district, year=year, is_outside=is_outside)
    grouped = records.order_by().values_list("issuer").annotate(number=Count("pk"))
    found = sorted(grouped, key=lambda one: (-one[1], one[0]))
    names = _names(district) if found and not is_outside else {}
    return [UnmatchedIssuer(issuer, number, _nearest(issuer, names, district)) for issuer, number in found]


def unmatched_sentence(number: int) -> str:
    """The warning about ``number`` such documents; empty where there are none."""
    if not number:
        return ""
    return ngettext(
        "Part two leaves out %(number)s document of the library, because its issuer names no unit of the district.",
        "Part two leaves out %(number)s documents of the library, because their issuers name no unit of the district.",
        number,
    ) % {"number": number}


def _names(district: District) -> Mapping[str, Unit]:
    units: Iterable[Unit] = Unit.objects.of_district(district)
    return {name: unit for unit in units for name in own_names(unit, district)}


def _nearest(issuer: str, names: Mapping[str, Unit], district: District) -> Unit | None:
    """A bureau of the city is written like the district's and is another one."""
    city = district.city.name
    if issuer.startswith(city) and not issuer.startswith(f"{city}{district.name}"):
        return None
    alike = get_close_matches(issuer, names, n=1, cutoff=ALIKE)
    return names[alike[0]] if alike else None
