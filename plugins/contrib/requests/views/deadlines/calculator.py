"""A calculator of deadlines: nothing is kept, the address holds what was entered."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plugins.api import working_calendar
from plugins.contrib.requests.clock import ClockRefused, Explanation, explain
from plugins.contrib.requests.views.desk.base import DeskScreen

from .explaining import as_file, shown
from .forms import MOST_ROWS, EventRows, ReceiptForm, scenario_of

MORE = 3


class CalculatorScreen(DeskScreen):
    """Enter a day and what happened since, and see each day up to the deadline."""

    template_name = "gongkai_requests/deadlines/calculator.html"
    page_title = _("Calculator of deadlines")

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        given = _with_rows(request.GET) if "received" in request.GET else None
        self.receipt = ReceiptForm(given, initial={"received": timezone.localdate()})
        self.rows = EventRows(given, prefix="events")

    def explained(self) -> Explanation | None:
        """The ledger of what was entered, or ``None`` where the forms say what is wrong."""
        if not (self.receipt.is_bound and self.receipt.is_valid() & self.rows.is_valid()):
            return None
        today = self.receipt.cleaned_data["today"] or timezone.localdate()
        try:
            return explain(scenario_of(self.receipt, self.rows), calendar=working_calendar(), today=today)
        except ClockRefused as error:
            self.receipt.add_error(None, str(error))
            return None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        explained = self.explained()
        found = shown(explained) if explained else {}
        query = self.request.GET.urlencode()
        return super().get_context_data(receipt=self.receipt, rows=self.rows, query=query, **found, **kwargs)


class CalculatorFile(CalculatorScreen):
    """The same as JSON."""

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        explained = self.explained()
        if explained is None:
            raise Http404
        return as_file(explained, f"deadline-{explained.ledger.received.isoformat()}")


def _with_rows(given: QueryDict) -> QueryDict:
    """What was entered, with more empty rows where they were asked for, and none more than there may be."""
    made = given.copy()
    wanted = given.get("events-TOTAL_FORMS", "")
    total = int(wanted) if wanted.isdecimal() and len(wanted) < MORE else MORE
    made["events-TOTAL_FORMS"] = str(min(MOST_ROWS, total + (MORE if "more" in given else 0)))
    made["events-INITIAL_FORMS"] = "0"
    return made
