"""Filters of the lists; a filter offers only what the person may see."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import City, District


class OwnDistrictFilter(SimpleListFilter):
    """By district; absent when the person sees only one."""

    title = _("district")
    parameter_name = "district"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Districts that occur among the visible rows."""
        visible = model_admin.get_queryset(request).order_by().values("district")
        districts = [(district.slug, district.name) for district in District.objects.filter(pk__in=visible)]
        return districts if len(districts) > 1 else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Rows of the chosen district."""
        return queryset.filter(district__slug=self.value()) if self.value() else queryset


class CityFilter(SimpleListFilter):
    """By city; absent when there is only one."""

    title = _("city")
    parameter_name = "city"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Cities that occur among the visible rows."""
        visible = model_admin.get_queryset(request).order_by().values("city")
        cities = [(city.slug, city.name) for city in City.objects.filter(pk__in=visible)]
        return cities if len(cities) > 1 else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Districts of the chosen city."""
        return queryset.filter(city__slug=self.value()) if self.value() else queryset


class MergedFilter(SimpleListFilter):
    """Units that exist today, and those that do not any more or not yet."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Two states."""
        return [("active", _("exists today")), ("ended", _("does not exist today"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Units in the chosen state today."""
        active = queryset.active(on=timezone.localdate())  # type: ignore[attr-defined]  # of units
        match self.value():
            case "active":
                return active
            case "ended":
                return queryset.exclude(pk__in=active.order_by().values("pk"))
        return queryset


class ValidityFilter(SimpleListFilter):
    """Memberships that count today, and those that do not."""

    title = _("validity")
    parameter_name = "validity"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Two states."""
        return [("valid", _("valid today")), ("other", _("not valid today"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Memberships in the chosen state today."""
        valid = queryset.valid(on=timezone.localdate())  # type: ignore[attr-defined]  # of memberships
        match self.value():
            case "valid":
                return valid
            case "other":
                return queryset.exclude(pk__in=valid.order_by().values("pk"))
        return queryset
