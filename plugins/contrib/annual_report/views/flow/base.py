"""What the screens share: whatever a person may not see is absent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from plugins.api import AdminScreen, District, districts_of
from plugins.contrib.annual_report.domain.beginning import first_year, last_year
from plugins.contrib.annual_report.domain.counting import count_report
from plugins.contrib.annual_report.domain.moving import move_report
from plugins.contrib.annual_report.domain.people import roles_at
from plugins.contrib.annual_report.domain.values import form_in
from plugins.contrib.annual_report.enums import Act
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import Report
from plugins.contrib.annual_report.structure import Form
from plugins.contrib.annual_report.transitions import CITY, EVERYBODY, OFFICE, possible_acts

SPACE = "annual-report-admin"


class ReportsScreen(AdminScreen):
    """A screen for everybody who takes part; ``above`` are the breadcrumbs between the list and the screen."""

    roles = EVERYBODY
    header_icon = "doc-full"
    page_title = _("Annual reports")
    above: tuple[dict[str, Any], ...] = ()

    @property
    def today(self) -> dt.date:
        return timezone.localdate()

    @cached_property
    def year(self) -> int:
        """``?year=``: by default the year that has ended last."""
        asked = self.request.GET.get("year", "")
        latest = last_year(today=self.today)
        year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else latest
        return year if first_year() <= year <= latest + 1 else latest

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        start = {"url": reverse(f"{SPACE}:reports"), "label": ReportsScreen.page_title}
        here = {"url": "", "label": self.get_page_title()}
        steps = [*self.breadcrumbs_items, start, *self.above]
        return steps if here["label"] == start["label"] else [*steps, here]

    def attempt(self, act: Callable[[], str]) -> bool:
        """Do it and show the sentence that it answers; what is refused is told. Answers whether it was done."""
        try:
            told = act()
        except ReportRefused as error:
            messages.error(self.request, str(error))
            return False
        messages.success(self.request, told)
        return True


class DistrictScreen(ReportsScreen):
    """A screen of one district, for its disclosure office and the auditors of its city."""

    roles = OFFICE | CITY

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        found = districts_of(request.user, OFFICE | CITY).filter(pk__in=[one.pk for one in self.districts])
        self.district: District = get_object_or_404(found.select_related("city"), slug=kwargs["district"])


class ReportScreen(ReportsScreen):
    """A screen of one report. ``needed`` is the act for which it is there; absent for people who cannot do it now."""

    needed: ClassVar[Act | None] = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        here = Q(district__in=self.districts) | Q(city__in=[one.city_id for one in self.districts])
        visible = Report.objects.visible_to(request.user).filter(here)
        self.report: Report = get_object_or_404(
            visible.select_related("unit", "district__city", "city"), pk=kwargs["key"]
        )
        if self.needed and self.needed not in self.acts:
            raise Http404
        self.above = ({"url": self.report_url, "label": str(self.report)},)

    @cached_property
    def acts(self) -> frozenset[str]:
        """What the person may do with the report now."""
        return possible_acts(self.report.level, self.report.state, roles_at(self.report, self.request.user))

    @property
    def form(self) -> Form:
        return form_in(self.report)

    @property
    def report_url(self) -> str:
        return reverse(f"{SPACE}:report", args=[self.report.pk])

    def to_report(self) -> HttpResponseRedirect:
        return redirect(self.report_url)

    def count(self) -> str:
        """Ask every source again, or roll up again; answers what to tell."""
        changed = count_report(report=self.report, user=self.request.user)
        return gettext("Counted: %(number)d cells have changed.") % {"number": changed}

    def move(self, act: Act) -> str:
        """Hand the report on, with the ``reason`` that was sent; answers what to tell."""
        reason = self.request.POST.get("reason", "")
        move_report(report=self.report, act=act, user=self.request.user, today=self.today, reason=reason)
        return gettext("“%(act)s” is done.") % {"act": act.label}
