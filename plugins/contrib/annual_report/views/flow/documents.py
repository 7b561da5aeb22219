"""The documents that a figure of part two counts: the same query, as a list."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from plugins.api import District, FigureScope, Unit, districts_of
from plugins.contrib.annual_report.counting import COLUMNS, ROWS, TABLE, documents_of
from plugins.contrib.annual_report.querysets import units_filled_by
from plugins.contrib.annual_report.structure import form_of
from plugins.contrib.annual_report.structure.checks import cell_name
from plugins.contrib.annual_report.transitions import CITY, OFFICE

from .base import ReportsScreen

PER_PAGE = 50


class DocumentsScreen(ReportsScreen):
    """``?district=SLUG&year=&row=&column=`` and ``unit=KEY``: absent for people who do not see such a report."""

    template_name = "gongkai_annual/flow/documents.html"
    page_title = _("Documents of a figure")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET
        row, column = asked.get("row", ""), asked.get("column", "")
        if row not in ROWS or column not in COLUMNS:
            raise Http404
        scope = self._scope()
        found = documents_of(scope, row, column).select_related("page", "unit", "kind").order_by("-issued_on", "-pk")
        page = Paginator(found, PER_PAGE).get_page(asked.get("p"))
        context = {
            "scope": scope,
            "cell": cell_name(form_of("2021"), (TABLE, row, column)),
            "documents": page,
            "query": "&".join(f"{name}={value}" for name, value in self._query(scope, row, column).items()),
        }
        return super().get_context_data(**context, **kwargs)

    def _query(self, scope: FigureScope, row: str, column: str) -> dict[str, Any]:
        part = {"unit": scope.unit.pk} if scope.unit else {"remainder": 1} if scope.is_remainder else {}
        return {"district": scope.district.slug, "year": scope.year, "row": row, "column": column, **part}

    def _scope(self) -> FigureScope:
        asked, here = self.request.GET, [one.pk for one in self.districts]
        district = District.objects.filter(pk__in=here, slug=asked.get("district", "")).first()
        year, key = asked.get("year", ""), asked.get("unit", "")
        if district is None or not (year.isascii() and year.isdigit() and len(year) == 4 and int(year)):
            raise Http404
        sees_all = districts_of(self.request.user, OFFICE | CITY).filter(pk=district.pk).exists()
        if not key and sees_all:
            return FigureScope(district=district, year=int(year), is_remainder="remainder" in asked)
        units = Unit.objects.of_district(district) if sees_all else units_filled_by(self.request.user)
        unit = units.filter(district=district, pk=int(key[:18])).first() if key.isascii() and key.isdigit() else None
        if unit is None:
            raise Http404
        return FigureScope(district=district, year=int(year), unit=unit)
