"""Reports are begun, and handed on. Counting and submitting from a screen begin with keeping it, see ``fill.py``."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from plugins.api import City, District, Unit, districts_of
from plugins.contrib.annual_report.domain.beginning import begin_report, units_reporting
from plugins.contrib.annual_report.domain.counting import count_report
from plugins.contrib.annual_report.domain.moving import BY_HAND
from plugins.contrib.annual_report.models import Report
from plugins.contrib.annual_report.querysets import units_filled_by
from plugins.contrib.annual_report.transitions import CITY, OFFICE

from .base import SPACE, ReportScreen, ReportsScreen


class BeginView(ReportsScreen):
    """``POST`` ``year`` and ``owner`` (``unit:KEY``, ``units:DISTRICT``, ``district:SLUG``, ``city:SLUG``)."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest) -> HttpResponse:
        year = request.POST.get("year", "")
        if not (year.isascii() and year.isdigit() and len(year) == 4):
            raise Http404
        owners = self._owners(*request.POST.get("owner", "").partition(":")[::2])
        if not owners:
            raise Http404
        begun: list[Report] = []
        if not self.attempt(lambda: self._begin(owners, int(year), begun)) or len(begun) != 1:
            return redirect(f"{reverse(f'{SPACE}:reports')}?year={year}")
        return redirect(f"{SPACE}:report", begun[0].pk)

    def _begin(self, owners: list[Any], year: int, begun: list[Report]) -> str:
        for owner in owners:
            report = begin_report(owner=owner, year=year, today=self.today, user=self.request.user)
            if report.counted_at is None:
                count_report(report=report, user=None)
            begun.append(report)
        return _("%(number)d reports are begun and counted.") % {"number": len(begun)}

    def _owners(self, kind: str, key: str) -> list[Unit | District | City]:
        """Whose reports the person may begin: those that they fill, and those of the district's units."""
        person = self.request.user
        here = [one.pk for one in self.districts]
        if kind == "unit" and key.isascii() and key.isdigit():
            return list(units_filled_by(person).filter(pk=int(key[:18]), district__in=here))
        if kind == "city":
            cities = districts_of(person, CITY).filter(pk__in=here).values("city")
            return list(City.objects.filter(pk__in=cities, slug=key))
        own = list(districts_of(person, OFFICE).filter(pk__in=here, slug=key))
        year = int(self.request.POST["year"])
        if kind == "units" and 1 < year < 9999:
            return [unit for district in own for unit in units_reporting(district, year=year)]
        return own if kind == "district" else []


class MoveView(ReportScreen):
    """``POST`` ``act``, and ``reason`` for a return."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        act = next((one for one in BY_HAND if one == request.POST.get("act")), None)
        if act is None or act not in self.acts:
            raise Http404
        self.attempt(lambda: self.move(act))
        return self.to_report()
