"""One figure: what was counted and entered, who changed it, what it is made of. And the log of a report."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry

from plugins.api import Counted
from plugins.contrib.annual_report.domain.knowing import answers_of
from plugins.contrib.annual_report.domain.sources import rest_of, scope_of, sources_of
from plugins.contrib.annual_report.domain.values import form_in, said_before, values_by_report, values_of
from plugins.contrib.annual_report.enums import Level
from plugins.contrib.annual_report.models import Figure, Report
from plugins.contrib.annual_report.structure import Key, format_cell, is_sum, summed
from plugins.contrib.annual_report.structure.checks import cell_name

from .base import ReportScreen

SHOWN = 100


class FigureScreen(ReportScreen):
    """A cell of the report; a figure that is rolled up is shown with the reports that make it."""

    template_name = "gongkai_annual/flow/figure.html"

    def get_page_title(self) -> str:
        return cell_name(self.form, self.key)

    @property
    def key(self) -> Key:
        key = (self.kwargs["table"], self.kwargs["row"], self.kwargs["column"])
        if key not in set(self.form.cells()):
            raise Http404
        return key

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        table, row, column = self.key
        figure = self.report.figures.filter(table=table, row=row, column=column).select_related("by").first()
        before = said_before(self.report)
        context = {
            "report": self.report,
            "figure": figure,
            "value": format_cell(values_of(self.report)[self.key]),
            "counted": format_cell(figure.counted_value) if figure else "",
            "entered": format_cell(figure.entered_value) if figure else "",
            "earlier": format_cell(before.values.get(self.key)) if before else "",
            "is_sum": is_sum(self.form, self.key),
            "elsewhere": _whole_district(self.report, self.key),
            "rest": _rest(self.report, self.key),
            "address": next(
                (one.address_of(row, column) for one in sources_of(self.report) if one.source.table == table), ""
            ),
            "parts": self._parts(),
            "changes": _changes(figure) if figure else [],
        }
        return super().get_context_data(**context, **kwargs)

    def _parts(self) -> list[tuple[Report, str]]:
        """The accepted reports below, each with what it says here."""
        below = list(Report.objects.below(self.report).final().select_related("unit", "district"))
        values = values_by_report(below)
        return [(one, format_cell(values[one.pk].get(self.key))) for one in below]


def _whole_district(report: Report, key: Key) -> list[dict[str, Any]]:
    """What sources count in the whole district, also what belongs to no unit: a roll-up may be less."""
    if report.level != Level.DISTRICT:
        return []
    return [_told(report, one, key) for one in answers_of(scope_of(report)) if one.source.table == key[0]]


def _rest(report: Report, key: Key) -> list[dict[str, Any]]:
    """What no unit of the district reports, which the roll-up adds."""
    if report.level != Level.DISTRICT:
        return []
    told = [_told(report, one, key) for one in answers_of(rest_of(report)) if one.source.table == key[0]]
    return [one for one in told if one["number"]]


def _told(report: Report, answer: Counted, key: Key) -> dict[str, Any]:
    """What a source says of the cell, or of the cells that make it."""
    table, row, column = key
    given = {(table, *cell): Decimal(one) for cell, one in (answer.figures or {}).items() if one is not None}
    said = summed(form_in(report), given)
    return {"source": answer.source.title, "number": said.get(key), "address": answer.address_of(row, column)}


def _changes(figure: Figure) -> list[dict[str, Any]]:
    history: Any = figure.history
    return [
        {
            "at": one.history_date,
            "by": one.history_user,
            "counted": format_cell(one.instance.counted_value),
            "entered": format_cell(one.instance.entered_value),
            "reason": one.reason,
        }
        for one in history.select_related("history_user")[:SHOWN]
    ]


class LogScreen(ReportScreen):
    """What was done with the report, the newest first."""

    template_name = "gongkai_annual/flow/log.html"
    page_title = _("Log of the report")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        entries = ModelLogEntry.objects.for_instance(self.report).select_related("user")[:SHOWN]
        return super().get_context_data(report=self.report, entries=entries, **kwargs)
