"""The reports of a year: my units', my districts' with their units, my city's with its districts."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from plugins.api import City, District, districts_of
from plugins.contrib.annual_report.domain.beginning import first_year, last_year
from plugins.contrib.annual_report.domain.overview import Overview, overview_of, standings_of
from plugins.contrib.annual_report.querysets import units_filled_by
from plugins.contrib.annual_report.transitions import CITY, OFFICE

from .base import DistrictScreen, ReportsScreen


class ReportsIndex(ReportsScreen):
    """``?year=``: by default the year that has ended last."""

    template_name = "gongkai_annual/flow/reports.html"

    @cached_property
    def overviews(self) -> list[tuple[Overview, str, bool]]:
        """Each with the owner word of its report, and whether the person begins the reports below it."""
        here = {one.pk for one in self.districts}
        offices = districts_of(self.request.user, OFFICE).filter(pk__in=here).select_related("city")
        cities = City.objects.filter(
            pk__in=districts_of(self.request.user, CITY).filter(pk__in=here).values("city")
        ).distinct()
        return [
            *((self._of(city), f"city:{city.slug}", False) for city in cities),
            *((self._of(district), f"district:{district.slug}", True) for district in offices),
        ]

    def _of(self, place: City | District) -> Overview:
        return overview_of(place, year=self.year, today=self.today)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        units = units_filled_by(self.request.user).filter(district__in=self.districts).select_related("district")
        context = {
            "year": self.year,
            "years": range(last_year(today=self.today) + 1, first_year() - 1, -1),
            "mine": standings_of(list(units), year=self.year, today=self.today),
            "overviews": self.overviews,
        }
        return super().get_context_data(**context, **kwargs)


class DistrictIndex(DistrictScreen, ReportsIndex):
    """The units of one district, for the auditors of its city."""

    def get_page_title(self) -> str:
        return str(self.district)

    @cached_property
    def overviews(self) -> list[tuple[Overview, str, bool]]:
        return [(self._of(self.district), "", False)]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "mine": []}
