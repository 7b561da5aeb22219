"""What readers search for: most often, without a result, without opening anything."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Any, ClassVar
from urllib.parse import quote_plus, urlencode

import django_filters
from django.conf import settings
from django.db.models import F, QuerySet, Sum
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn

from cms.people.domain.roles import districts_of
from cms.registers.domain.scope import can_add_to_register
from cms.tenancy.models import District
from disclosure_pages.clearance.views.listings import RoleListView
from search.enums import Listed
from search.models import BestBet, SearchCount, SynonymEntry
from search.rules import COUNTS_READ_EVERYWHERE, COUNTS_READ_IN_DISTRICT

REPORT_ROLES = COUNTS_READ_EVERYWHERE | COUNTS_READ_IN_DISTRICT
DEFAULT_DAYS = 30
ASKED = pgettext_lazy("what was typed", "Search")


def districts_in_view(request: HttpRequest) -> QuerySet[District]:
    """Districts whose searches the person may read."""
    return districts_of(request.user, REPORT_ROLES).order_by("name")


class CountFilterSet(WagtailFilterSet):
    listed = django_filters.ChoiceFilter(label=_("Searches"), choices=Listed.choices, method="leave")
    day = django_filters.DateFromToRangeFilter(label=_("Days"), widget=DateRangePickerWidget)
    district = django_filters.ModelChoiceFilter(label=_("District"), queryset=districts_in_view)

    class Meta:
        model = SearchCount
        fields: list[str] = []

    def leave(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """It is about sums, which the screen makes of all the rows."""
        return queryset


class StepsColumn(Column):
    """What can be done about a search."""

    cell_template_name = "gongkai_search/oversight/steps_cell.html"


class SearchReportView(RoleListView):
    """A row for each text, of the last thirty days unless others are chosen."""

    roles: ClassVar[Any] = tuple(REPORT_ROLES)
    model = SearchCount
    page_title = _("What readers search for")
    header_icon = "search"
    template_name = "gongkai_clearance/list.html"
    results_template_name = "gongkai_search/oversight/report_results.html"
    filterset_class = CountFilterSet
    index_url_name = "gongkai_oversight:report"
    index_results_url_name = "gongkai_oversight:report_results"
    list_export = ["text", "searches", "without_hit", "opened"]
    export_headings = {
        "text": ASKED,
        "searches": _("Times"),
        "without_hit": _("Without a full hit"),
        "opened": _("Hits opened"),
    }

    @property
    def columns(self) -> list[Column]:
        """The text leads to its search as readers see it."""
        return [
            TitleColumn("text", label=ASKED, get_url=self._search_url),
            NumberColumn("searches", label=_("Times")),
            NumberColumn("without_hit", label=_("Without a full hit")),
            NumberColumn("opened", label=_("Hits opened")),
            StepsColumn("steps", label=_("What to do"), accessor=self._steps),
        ]

    def get_base_queryset(self) -> QuerySet[SearchCount]:
        return SearchCount.objects.visible_to(self.request.user)

    def filter_queryset(self, queryset: Any) -> Any:
        """Without a choice of days, the last thirty."""
        filtered = super().filter_queryset(queryset)
        return filtered if self._chosen("day") else filtered.within(*self.default_period)

    def get_filtered_queryset(self) -> Any:
        rows = self.get_queryset()
        self.left_out = rows.filter(text="").aggregate(times=Sum("searches"))["times"] or 0
        return _listed(rows.by_text(), self._chosen("listed"))

    @cached_property
    def default_period(self) -> tuple[dt.date, dt.date]:
        """First and last day."""
        today = timezone.localdate()
        return today - dt.timedelta(days=DEFAULT_DAYS - 1), today

    def _chosen(self, name: str) -> Any:
        return self.filters.form.cleaned_data.get(name) if self.filters and self.filters.is_valid() else None

    def _search_url(self, row: dict[str, Any]) -> str:
        district = self._chosen("district") or self._only_district
        place = f"{district.slug}/" if district else ""
        return reverse("gongkai_search:search", args=(place,)) + "?" + urlencode({"q": row["text"]})

    @cached_property
    def _only_district(self) -> District | None:
        found = list(districts_in_view(self.request)[:2])
        return found[0] if len(found) == 1 else None

    @cached_property
    def _offered(self) -> list[tuple[Any, str]]:
        """Forms that the person may fill in: label, and how their addresses begin."""
        forms = (
            (SynonymEntry, "synonyms", "word", _("New synonym")),
            (BestBet, "best-bets", "words", _("New best bet")),
        )
        return [
            (label, f"{reverse(f'registers_{name}_modeladmin_create')}?{field}=")
            for model, name, field, label in forms
            if can_add_to_register(self.request.user, model)
        ]

    def _steps(self, row: dict[str, Any]) -> list[tuple[Any, str]]:
        return [(label, address + quote_plus(row["text"])) for label, address in self._offered]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        since, until = self.default_period
        period = {"since": since, "until": until, "is_default_period": not self._chosen("day")}
        is_off = not settings.SEARCH_REPORT_DAYS
        return super().get_context_data(left_out=self.left_out, is_off=is_off, **period, **kwargs)

    def get_filename(self) -> str:
        return f"searches-{timezone.localdate():%Y-%m-%d}"


def _listed(rows: Any, listed: str | None) -> Any:
    if listed == Listed.WITHOUT_HIT:
        return rows.filter(without_hit__gt=0).order_by("-without_hit", "text")
    if listed == Listed.NEVER_OPENED:
        return rows.filter(opened=0, searches__gt=F("without_hit"))
    return rows
