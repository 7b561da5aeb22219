"""The cases that a figure of the annual report counts."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api import District, FigureScope, Unit, districts_of, units_of, working_calendar
from plugins.contrib.requests.enums import ApplicantKind, Outcome
from plugins.contrib.requests.querysets import OFFICE_ROLES, OFFICER_ROLES, CaseQuerySet
from plugins.contrib.requests.sources import (
    CARRIED_IN,
    CARRIED_OUT,
    NEW,
    TOTAL,
    counted_cases,
)
from plugins.contrib.requests.views.addresses import key_of

from .base import DeskScreen
from .queue import standing_now

PAGE = 50
_WORDS = {
    NEW: gettext_lazy("newly received"),
    CARRIED_IN: gettext_lazy("carried over from the year before"),
    CARRIED_OUT: gettext_lazy("carried over to the next year"),
    TOTAL: gettext_lazy("all together"),
}
_LABELS = {one.value: one.label for kind in (ApplicantKind, Outcome) for one in kind}


class CountedScreen(DeskScreen):
    """``year``, ``row``, ``column``, ``district`` and perhaps ``unit``, as the figure's address names them.

    ``remainder=1`` asks for what no unit reports. The disclosure office opens the lists of its district and all of its
    units, whoever handles cases those of their own units and no other. Listed is what the person handles; the number of
    the figure is told beside it when that is less, as when a case has gone to another unit since.
    """

    template_name = "gongkai_requests/desk/counted.html"
    page_title = gettext_lazy("What a figure counts")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        given = request.GET
        year, key = key_of(given.get("year", "")), key_of(given.get("district", ""))
        district = next((one for one in self.districts if one.pk == key), None)
        if district is None or not 1 <= year <= 9999:
            raise Http404
        self.scope = self._scope(district, year)
        self.row, self.column = given.get("row", TOTAL), given.get("column", TOTAL)

    def _scope(self, district: District, year: int) -> FigureScope:
        """Raises ``Http404`` for what is not the person's."""
        given, person = self.request.GET, self.request.user
        is_office = districts_of(person, OFFICE_ROLES).filter(pk=district.pk).exists()
        if "unit" in given:
            units = Unit.objects.all() if is_office else units_of(person, OFFICER_ROLES)
            return FigureScope(district, year, get_object_or_404(units, pk=key_of(given["unit"]), district=district))
        if not is_office:
            raise Http404
        return FigureScope(district, year, is_remainder="remainder" in given)

    @cached_property
    def counted(self) -> CaseQuerySet:
        return counted_cases(self.scope, self.row, self.column)

    def get_page_subtitle(self) -> str:
        part = self.scope.unit or (_("of no unit") if self.scope.is_remainder else self.scope.district)
        names = (part, self.scope.year, _word(self.row), _word(self.column))
        return " · ".join(str(name) for name in names)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        calendar, total = working_calendar(), self.counted.count()
        pages = Paginator(self.counted.filter(pk__in=self.cases.values("pk")).select_related("unit"), PAGE)
        page = pages.get_page(self.request.GET.get("p"))
        more = {
            "page_obj": page,
            "rows": [(case, standing_now(case, calendar)) for case in page],
            "elided_page_range": pages.get_elided_page_range(page.number),
            "total": total,
            "hidden": total - pages.count,
        }
        return super().get_context_data(**more, **kwargs)


def _word(code: str) -> str:
    return str(_WORDS.get(code) or _LABELS.get(code) or _("unknown"))
