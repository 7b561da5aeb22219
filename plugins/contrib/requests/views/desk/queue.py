"""The queue of cases, on the screen and as a workbook without personal data."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plugins.api import SHEET_TYPES, Unit, WorkingCalendar, workbook_of, working_calendar
from plugins.contrib.requests.domain.deadlines import Standing, standing_of
from plugins.contrib.requests.enums import CaseState
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.querysets import CaseQuerySet

from .base import DeskScreen
from .query import TONES, QueueQuery

PAGE = 30


class QueueScreen(DeskScreen):
    """Every case that the person handles, the most urgent first."""

    template_name = "gongkai_requests/desk/queue.html"

    @cached_property
    def query(self) -> QueueQuery:
        return QueueQuery.read(self.request.GET)

    @cached_property
    def calendar(self) -> WorkingCalendar:
        return working_calendar()

    @property
    def found(self) -> CaseQuerySet:
        given = {"user": self.request.user, "today": timezone.localdate(), "calendar": self.calendar}
        return self.query.narrow(self.cases, **given).select_related("unit", "district")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pages = Paginator(self.found, PAGE)
        page = pages.get_page(self.request.GET.get("p"))
        context = {
            "page_obj": page,
            "rows": [(case, standing_now(case, self.calendar)) for case in page],
            "elided_page_range": pages.get_elided_page_range(page.number),
            "query": self.query,
            "states": CaseState,
            "tones": TONES,
            "units": Unit.objects.filter(pk__in=self.cases.values("unit")),
            "address": self.request.GET.urlencode(),
        }
        return super().get_context_data(**context, **kwargs)


class QueueFile(QueueScreen):
    """What the queue shows, a row for each case: nothing that tells who applied."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        headers = {"Content-Disposition": 'attachment; filename="cases.xlsx"'}
        rows = self.found.iterator(chunk_size=500)
        content = workbook_of(rows, columns=columns(), widths=(30, 40, 18, 12, 12, 12, 18, 12, 24), title=_("Cases"))
        return HttpResponse(content, content_type=SHEET_TYPES["xlsx"], headers=headers)


def standing_now(case: Case, calendar: WorkingCalendar) -> Standing:
    """How urgent it is today."""
    return standing_of(case, today=timezone.localdate(), calendar=calendar)


def columns() -> list[tuple[str, Any]]:
    """Headings and values of the file."""
    return [
        (pgettext("of a case", "registration number"), lambda one: one.number),
        (_("name of the information"), lambda one: one.title),
        (_("handling unit"), lambda one: one.unit.name if one.unit else ""),
        (_("day of receipt"), lambda one: _day(one.received_on)),
        (_("answer due on"), lambda one: _day(one.due_on)),
        (_("concluded on"), lambda one: _day(one.concluded_on)),
        (_("state of the case"), lambda one: one.get_state_display()),
        (_("kind of applicant"), lambda one: one.get_applicant_kind_display()),
        (_("outcome"), lambda one: one.get_outcome_display()),
    ]


def _day(day: Any) -> str:
    return day.isoformat() if day else ""
