"""Reports of interpretations: what lacks one and since when, and what was waived. Each also as XLSX and CSV."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from disclosure_pages.clearance.views.listings import RoleListView, units_in_view
from disclosure_pages.clearance.views.reports import OversightReportView
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.interpretations.domain.needing import Clock
from disclosure_pages.interpretations.models import InterpretationDays, InterpretationWaiver
from disclosure_pages.interpretations.unpaired import UNPAIRED_ROLES, unpaired_in_view_of, with_due_days

OVERDUE, IN_TIME = "overdue", "in_time"


class UnpairedFilterSet(WagtailFilterSet):
    """By lateness, unit and day of publication."""

    late = django_filters.ChoiceFilter(
        label=_("State"),
        choices=[(OVERDUE, _("Overdue")), (IN_TIME, _("Still in time"))],
        widget=forms.RadioSelect,
        method="filter_late",
    )
    unit = django_filters.ModelChoiceFilter(label=_("Unit"), queryset=units_in_view)
    published_on = django_filters.DateFromToRangeFilter(label=_("Published on"), widget=DateRangePickerWidget)

    class Meta:
        model = PolicyDocument
        fields: list[str] = []

    def filter_late(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """By one comparison: the day before which everything is late today."""
        clock = Clock(days=InterpretationDays.load(self.request), today=timezone.localdate())
        if value == OVERDUE:
            return queryset.filter(published_on__lt=clock.earliest_in_time)
        return queryset.filter(published_on__gte=clock.earliest_in_time)


class DueDayColumn(Column):
    """The last day in time, marked when no holidays are known of its year."""

    cell_template_name = "gongkai_interpretations/due_cell.html"


class UnpairedReportView(RoleListView):
    """Public documents that need an interpretation and have none."""

    roles = UNPAIRED_ROLES
    model = PolicyDocument
    page_title = _("Documents without an interpretation")
    header_icon = "openquote"
    template_name = "gongkai_clearance/list.html"
    filterset_class = UnpairedFilterSet
    index_url_name = "gongkai_interpretations:report_unpaired"
    index_results_url_name = "gongkai_interpretations:report_unpaired_results"
    columns = [
        TitleColumn("title", label=_("Title"), get_url=lambda page: page.url),
        Column("number", label=_("Document number"), classname="gk-wide"),
        Column("unit", label=_("Unit")),
        Column("published_on", label=_("Published on")),
        DueDayColumn("due_on", label=_("Interpretation due")),
        Column("overdue_by", label=_("Working days overdue")),
    ]
    list_export = ["title", "number", "unit", "published_on", "due_on", "overdue_by"]
    export_headings = {
        "number": _("Document number"),
        "unit": _("Unit"),
        "published_on": _("Published on"),
        "due_on": _("Interpretation due"),
        "overdue_by": _("Working days overdue"),
    }

    @cached_property
    def days(self) -> InterpretationDays:
        """How long there is time."""
        return InterpretationDays.load(self.request)

    def get_base_queryset(self) -> QuerySet[Any]:
        return unpaired_in_view_of(self.request.user, days=self.days)

    def get_table(self, object_list: Any) -> Any:
        return super().get_table(self.decorate_paginated_queryset(list(object_list)))

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        return with_due_days(list(object_list), clock=Clock(days=self.days, today=timezone.localdate()))

    def get_filename(self) -> str:
        return f"unpaired-{timezone.localdate():%Y-%m-%d}"


class WaiverFilterSet(WagtailFilterSet):
    unit = django_filters.ModelChoiceFilter(label=_("Unit"), queryset=units_in_view)
    given_at = django_filters.DateFromToRangeFilter(label=_("Day"), widget=DateRangePickerWidget)

    class Meta:
        model = InterpretationWaiver
        fields: list[str] = []


def waiver_url(waiver: InterpretationWaiver) -> str | None:
    """The screen on which a waiver is lifted; nothing for one that is over."""
    if waiver.document_id is None or waiver.lifted_at is not None:
        return None
    return reverse("gongkai_interpretations:lift_waiver", args=[waiver.document_id])


class WaiverReportView(OversightReportView):
    """Documents that may be public without an interpretation: who allowed it, when, why."""

    model = InterpretationWaiver
    page_title = _("Waived interpretations")
    header_icon = "clipboard-list"
    filterset_class = WaiverFilterSet
    index_url_name = "gongkai_interpretations:report_waivers"
    index_results_url_name = "gongkai_interpretations:report_waivers_results"
    columns = [
        TitleColumn("document_title", label=_("Title"), get_url=waiver_url),
        Column("unit", label=_("Unit")),
        Column("reason", label=_("Reason")),
        Column("given_by", label=_("By")),
        DateColumn("given_at", label=_("Day")),
        DateColumn("lifted_at", label=pgettext_lazy("when", "Lifted")),
    ]
    list_export = ["document_title", "unit", "reason", "given_by", "given_at", "lifted_by", "lifted_at"]
    export_headings = {"document_title": _("Title")}

    def get_base_queryset(self) -> QuerySet[InterpretationWaiver]:
        return super().get_base_queryset().select_related("unit", "given_by", "lifted_by")
