"""The remedies that a figure of part four of the annual report counts."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _

from plugins.api import AdminScreen, FigureScope, Role, Unit, districts_of, units_of
from plugins.contrib.requests.enums import RemedyKind, RemedyResult
from plugins.contrib.requests.models import Case
from plugins.contrib.requests.sources import TOTAL, counted_remedies
from plugins.contrib.requests.views.addresses import key_of

PAGE = 50
#: Who sees the report of a unit, and those of a district with its units.
OF_UNIT, OF_DISTRICT = (
    frozenset({Role.REQUEST_OFFICER, Role.EDITOR}),
    frozenset({Role.DISCLOSURE_OFFICE, Role.CITY_AUDITOR}),
)
_LABELS = {one.value: one.label for kind in (RemedyKind, RemedyResult) for one in kind}
_TOTAL = _("all together")


class RemediesScreen(AdminScreen):
    """``year``, ``row``, ``column``, ``district`` and perhaps ``unit``, or ``remainder=1`` for what no unit reports.

    Absent for people who do not see such a report. Who brought a remedy is not said; a case is named
    where the person handles it.
    """

    roles = OF_UNIT | OF_DISTRICT
    header_icon = "mail"
    template_name = "gongkai_requests/desk/remedies.html"
    page_title = _("Remedies that a figure counts")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.scope = self._scope()
        self.row, self.column = request.GET.get("row", TOTAL), request.GET.get("column", TOTAL)

    def _scope(self) -> FigureScope:
        asked, person = self.request.GET, self.request.user
        year, key = key_of(asked.get("year", "")), key_of(asked.get("district", ""))
        district = next((one for one in self.districts if one.pk == key), None)
        if district is None or not 1 <= year <= 9999:
            raise Http404
        sees_all = districts_of(person, OF_DISTRICT).filter(pk=district.pk).exists()
        if sees_all and "unit" not in asked:
            return FigureScope(district, year, is_remainder="remainder" in asked)
        units = Unit.objects.of_district(district) if sees_all else units_of(person, OF_UNIT)
        unit = units.filter(district=district, pk=key_of(asked.get("unit", ""))).first()
        if unit is None:
            raise Http404
        return FigureScope(district, year, unit)

    def get_page_subtitle(self) -> str:
        names = (_LABELS.get(code, _TOTAL) for code in (self.row, self.column))
        parts = (self.scope.unit or self.scope.district, self.scope.year, *names)
        return " · ".join(str(part) for part in parts)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pages = Paginator(counted_remedies(self.scope, self.row, self.column).select_related("case__unit"), PAGE)
        page = pages.get_page(self.request.GET.get("p"))
        handled = Case.objects.handled_by(self.request.user).filter(remedies__in=[one.pk for one in page])
        keys = set(handled.values_list("pk", flat=True))
        more = {
            "page_obj": page,
            "rows": [(one, one.case_id in keys) for one in page],
            "elided_page_range": pages.get_elided_page_range(page.number),
            "total": pages.count,
        }
        return super().get_context_data(**more, **kwargs)
