"""From which day on each source of figures knows everything of a district: what holds, why, and another day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api import FigureScope, read_day
from plugins.contrib.annual_report.domain.knowing import Knowledge, knowledge_of
from plugins.contrib.annual_report.domain.people import is_office_of
from plugins.contrib.annual_report.domain.starting import leave_start, set_start
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import Report

from .base import SPACE, DistrictScreen


class StartsScreen(DistrictScreen):
    """``POST`` ``source`` with ``act=set``, ``day`` and ``reason``, or ``act=leave``; auditors look and set nothing."""

    template_name = "gongkai_annual/flow/starts.html"
    page_title = gettext_lazy("First days of sources")

    def get_page_subtitle(self) -> str:
        return str(self.district)

    @property
    def known(self) -> list[Knowledge]:
        """The sources that are on in the district."""
        return knowledge_of(FigureScope(district=self.district, year=self.year))

    def get_context_data(self, *, typed: Mapping[str, str] | None = None, **kwargs: Any) -> dict[str, Any]:
        """``typed`` is what was refused, to be shown again."""
        rows = [(one, typed if typed and typed["source"] == one.key else _kept(one)) for one in self.known]
        may_decide = is_office_of(self.request.user, self.district)
        return super().get_context_data(place=self.district, rows=rows, may_decide=may_decide, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        source = request.POST.get("source", "")
        if source not in {one.key for one in self.known}:
            raise Http404
        act = self._leave if request.POST.get("act") == "leave" else self._set
        if self.attempt(lambda: act(source)):
            return redirect(request.path)
        typed = {"source": source, "day": request.POST.get("day", ""), "reason": request.POST.get("reason", "")}
        return self.render_to_response(self.get_context_data(typed=typed), status=422)

    def _set(self, source: str) -> str:
        day, reason = self._day(), self.request.POST.get("reason", "")[:300]
        words: dict[str, Any] = {"district": self.district, "source": source, "user": self.request.user}
        set_start(day=day, reason=reason, today=self.today, **words)
        return _("The source is complete from %(day)s on. Count the reports again.") % {"day": day.isoformat()}

    def _day(self) -> dt.date:
        try:
            return read_day(self.request.POST.get("day", ""))
        except ValueError as error:
            raise ReportRefused(str(error)) from error

    def _leave(self, source: str) -> str:
        leave_start(district=self.district, source=source, user=self.request.user)
        return _("The source says again itself from when on it knows everything. Count the reports again.")


def _kept(known: Knowledge) -> Mapping[str, str]:
    """What the fields say at first."""
    if known.start is None:
        return {"day": "", "reason": ""}
    return {"day": known.start.day.isoformat(), "reason": known.start.reason}


def starts_address(report: Report, user: Any) -> str:
    """Where the district's office changes the days; empty for others."""
    district = report.district
    if district is None or not is_office_of(user, district):
        return ""
    return reverse(f"{SPACE}:sources", args=[district.slug])
