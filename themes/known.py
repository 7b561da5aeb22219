"""What was chosen in the whole installation, kept between requests: a few dozen rows that every page needs.

They are kept under a generation that ends when somebody chooses, as pages are: whoever read the rows before a change
was committed keeps them under the generation that ended with it, and nobody reads them again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.cache import caches
from django.db import transaction
from django.utils import timezone

from disclosure_pages.public.cache.generations import ALIAS, end_generations, start_generations
from disclosure_pages.public.cache.scope import STRUCTURE, end_on_commit

from .models import MourningDays, ThemeVersion
from .resolution import Choice

SCOPE = "looks"
SECONDS = 60  # a process of its own cache learns of a change by others no later than this
KEY = "gongkai_themes:known"

Place = tuple[str, int]  # ("district", 3)


@dataclass(frozen=True, slots=True)
class Known:
    """Every version that has a time, in its order, with its place; and all days of mourning that are not over."""

    versions: tuple[tuple[dt.datetime, Place, Choice], ...]
    mourning: tuple[tuple[int | None, dt.date, dt.date], ...]

    def started(self, at: dt.datetime) -> Mapping[Place, Choice]:
        """The live choice of each place at ``at``."""
        return {place: choice for starts_at, place, choice in self.versions if starts_at <= at}

    def number_started(self, at: dt.datetime) -> int:
        """How many have started: another number whenever one more does."""
        return sum(starts_at <= at for starts_at, _place, _choice in self.versions)

    def is_grey(self, district_id: int | None, on: dt.date) -> bool:
        """Whether ``on`` is a day of mourning there."""
        return any(place in (None, district_id) and first <= on <= last for place, first, last in self.mourning)


def known_looks() -> Known:
    """From the cache; else two queries, once for all pages until something changes."""
    generation = start_generations([SCOPE]).get(SCOPE, "")
    kept: tuple[str, Known] | None = caches[ALIAS].get(KEY)
    if kept is not None and kept[0] == generation:
        return kept[1]
    known = _read()
    caches[ALIAS].set(KEY, (generation, known), SECONDS)
    return known


def forget_looks() -> None:
    """End what is kept, and every kept page with it, once the change at hand is committed."""
    transaction.on_commit(_end)
    end_on_commit(STRUCTURE)


def _end() -> None:
    end_generations(SCOPE)


def _read() -> Known:
    rows = ThemeVersion.objects.exclude(starts_at=None).order_by("starts_at", "pk")
    days = MourningDays.objects.filter(ends_on__gte=timezone.localdate())
    return Known(
        tuple((row.starts_at, _place(row), row.as_choice()) for row in rows if row.starts_at is not None),
        tuple(days.values_list("district_id", "starts_on", "ends_on")),
    )


def _place(row: Any) -> Place:
    return next((name, key) for name in ("unit", "district", "city") if (key := getattr(row, f"{name}_id")) is not None)
