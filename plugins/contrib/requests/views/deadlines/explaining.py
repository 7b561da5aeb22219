"""The deadline of one case, day by day, as a screen and as a file."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.contrib.requests.clock import ClockRefused, DayKind, Explanation
from plugins.contrib.requests.clock.months import months_of
from plugins.contrib.requests.clock.wording import summary_of
from plugins.contrib.requests.domain.deadlines import explain_case
from plugins.contrib.requests.views.desk.base import CaseScreen

#: Days of which templates write the names.
WEEKDAYS = [dt.date(2024, 1, number) for number in range(1, 8)]


def shown(explained: Explanation) -> dict[str, Any]:
    """What the templates of a ledger take."""
    ledger = explained.ledger
    return {
        "explained": explained,
        "summary": summary_of(ledger),
        "months": list(months_of(ledger.days)),
        "kinds": list(DayKind),
        "weekdays": WEEKDAYS,
    }


def as_file(explained: Explanation, name: str) -> HttpResponse:
    """The JSON of the command, to be taken along."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.json"'}
    return JsonResponse(explained.values, headers=headers, json_dumps_params={"ensure_ascii": False, "indent": 2})


class CaseDeadlineScreen(CaseScreen):
    """Months, and each day with its reason; no word of the applicant."""

    template_name = "gongkai_requests/deadlines/case.html"
    page_title = _("Deadline, day by day")

    @property
    def above(self) -> tuple[dict[str, Any], ...]:  # type: ignore[override]
        return ({"url": self.case_url, "label": str(self.case)},)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        try:
            found = shown(explain_case(self.case, today=timezone.localdate()))
        except ClockRefused as error:
            found = {"refused": str(error)}
        return super().get_context_data(case=self.case, **found, **kwargs)


class CaseDeadlineFile(CaseScreen):
    """What ``manage.py requests deadline --json`` answers of the same events."""

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return as_file(explain_case(self.case, today=timezone.localdate()), f"deadline-{self.case.pk}")
        except ClockRefused as error:
            return JsonResponse({"error": str(error)}, status=409)
