"""Rows of public content: keys from one covering index, then one query for what is shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import F, QuerySet

from disclosure_pages.tree.availability import unless_hidden
from disclosure_pages.tree.models import DisclosurePage

if TYPE_CHECKING:
    from disclosure_pages.public.links import Links


@dataclass(frozen=True)
class Row:
    """One line of a listing."""

    pk: int
    title: str
    url: str
    published_on: dt.date
    unit: str
    district: str


def listed_keys(**where: Any) -> QuerySet[Any, int]:
    """Keys of public content, newest first, answered by a listing index alone (``is_public`` stands for ``live``)."""
    pages = DisclosurePage.objects.filter(unless_hidden(), is_public=True, **where).newest_first()
    return pages.values_list("page_ptr_id", flat=True)


def keys_of_districts(district_ids: Iterable[int]) -> QuerySet[Any, int]:
    """Keys of the public content of several districts, newest first.

    The sum keeps databases from the index of a single district, which would make them sort all that the districts
    ever published; the city's index has the newest first and is left as soon as there are enough.
    """
    return listed_keys().alias(place=F("district_id") + 0).filter(place__in=list(district_ids))


def in_year(year: int | None) -> dict[str, tuple[dt.date, dt.date]]:
    """The filter of a year of publication, as a range that the index understands."""
    return {"published_on__range": (dt.date(year, 1, 1), dt.date(year, 12, 31))} if year is not None else {}


def read_rows(keys: Iterable[int], *, links: Links) -> list[Row]:
    """The rows of ``keys`` in their order: one query. What stopped being public in between is left out."""
    wanted = list(keys)
    fields = ("pk", "title", "url_path", "published_on", "unit__name", "district__name")
    found = {
        pk: Row(pk=pk, title=title, url=links.to(url_path), published_on=day, unit=unit, district=district)
        for pk, title, url_path, day, unit, district in DisclosurePage.objects.public()
        .filter(pk__in=wanted)
        .order_by()
        .values_list(*fields)
    }
    return [found[key] for key in wanted if key in found]
