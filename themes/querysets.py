"""Versions of looks as queryset verbs; the time is always passed in."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from django.db import models
from django.db.models import Q

from cms.people.domain.roles import cities_of, districts_of

from .rules import DESIGNING_ROLES


class ThemeVersionQuerySet(models.QuerySet):
    """Versions of looks."""

    def started(self, *, at: dt.datetime) -> Self:
        """Those that are live or were, at ``at``."""
        return self.filter(starts_at__lte=at)

    def of_place(self, *, city: Any = None, district: Any = None, unit: Any = None) -> Self:
        """All of one place."""
        return self.filter(city=city, district=district, unit=unit)

    def live(self, *, at: dt.datetime) -> Any:
        """The newest started one of a queryset that is of one place; ``None`` without one."""
        return self.started(at=at).order_by("-starts_at", "-pk").first()

    def designed_by(self, user: Any) -> Self:
        """Those of the places that ``user`` designs: districts with their units, and cities."""
        districts, cities = districts_of(user, DESIGNING_ROLES), cities_of(user, DESIGNING_ROLES)
        return self.filter(Q(district__in=districts) | Q(unit__district__in=districts) | Q(city__in=cities))
