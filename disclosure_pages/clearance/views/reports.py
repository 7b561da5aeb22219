"""Reports of clearance for those who oversee districts, each also as XLSX and CSV."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn

from cms.people.domain.roles import districts_of
from disclosure_pages.clearance.models import Clearance, PublicationFailure, Withdrawal

from .listings import OVERSEEING_ROLES, RoleListView, units_in_view


def reviews_of(clearance: Clearance) -> str:
    """Who approved at which stage, on one line; a forced clearance may have none."""
    return "; ".join(
        f"{review.get_stage_display()} {review.reviewer} {timezone.localtime(review.decided_at):%Y-%m-%d %H:%M}"
        for review in reversed(clearance.reviews.all())  # the newest comes first
    )


class OversightReportView(RoleListView):
    """Rows of the districts that the person oversees."""

    roles = OVERSEEING_ROLES
    template_name = "gongkai_clearance/list.html"
    unit_path = "unit"

    def get_base_queryset(self) -> QuerySet[Any]:
        districts = districts_of(self.request.user, OVERSEEING_ROLES)
        return super().get_base_queryset().filter(**{f"{self.unit_path}__district__in": districts})

    def get_filename(self) -> str:
        return f"{self.model._meta.model_name}-{timezone.localdate():%Y-%m-%d}"


class ClearanceFilterSet(WagtailFilterSet):
    unit = django_filters.ModelChoiceFilter(label=_("Unit"), queryset=units_in_view)
    cleared_at = django_filters.DateFromToRangeFilter(label=_("Cleared"), widget=DateRangePickerWidget)

    class Meta:
        model = Clearance
        fields = ["attribute"]


class ClearanceReportView(OversightReportView):
    """Every clearance with the reviews that it rests on."""

    model = Clearance
    page_title = _("Clearances")
    header_icon = "circle-check"
    filterset_class = ClearanceFilterSet
    index_url_name = "gongkai_clearance:report_clearances"
    index_results_url_name = "gongkai_clearance:report_clearances_results"
    columns = [
        Column("page_title", label=_("Title")),
        Column("unit", label=_("Unit")),
        Column("attribute", label=_("Disclosure attribute"), accessor="get_attribute_display"),
        Column("basis", label=_("Basis")),
        Column("reviews", label=_("Reviewed by"), accessor=reviews_of),
        DateColumn("cleared_at", label=_("Cleared")),
        DateColumn("revoked_at", label=pgettext_lazy("when", "Revoked")),
    ]
    list_export = [
        "page_title",
        "unit",
        "get_attribute_display",
        "basis",
        "get_ground_display",
        "reviews_in_words",
        "is_forced",
        "reason",
        "cleared_by",
        "cleared_at",
        "revoked_at",
        "digest",
    ]
    export_headings = {
        "get_attribute_display": _("Disclosure attribute"),
        "get_ground_display": _("Ground"),
        "reviews_in_words": _("Reviewed by"),
        "cleared_at": _("Cleared"),
    }

    def get_base_queryset(self) -> QuerySet[Clearance]:
        return super().get_base_queryset().select_related("unit", "cleared_by").prefetch_related("reviews__reviewer")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        for clearance in object_list:
            clearance.reviews_in_words = reviews_of(clearance)
        return object_list


class ForcedReportView(ClearanceReportView):
    """Publications without the reviews: who, when, why, on what basis."""

    page_title = _("Forced publications")
    header_icon = "warning"
    index_url_name = "gongkai_clearance:report_forced"
    index_results_url_name = "gongkai_clearance:report_forced_results"
    columns = [
        Column("page_title", label=_("Title")),
        Column("unit", label=_("Unit")),
        Column("basis", label=_("Basis")),
        Column("reason", label=_("Reason")),
        Column("cleared_by", label=_("By")),
        DateColumn("cleared_at", label=_("Published")),
        DateColumn("revoked_at", label=pgettext_lazy("when", "Revoked")),
    ]

    def get_base_queryset(self) -> QuerySet[Clearance]:
        return super().get_base_queryset().forced()  # type: ignore[attr-defined]

    def get_filename(self) -> str:
        return f"forced-{timezone.localdate():%Y-%m-%d}"


class WithdrawalFilterSet(WagtailFilterSet):
    unit = django_filters.ModelChoiceFilter(label=_("Unit"), queryset=units_in_view)
    at = django_filters.DateFromToRangeFilter(label=_("Day"), widget=DateRangePickerWidget)

    class Meta:
        model = Withdrawal
        fields = ["kind"]


class WithdrawalReportView(OversightReportView):
    """What left the public side, and why."""

    model = Withdrawal
    page_title = _("Withdrawals")
    header_icon = "download"
    filterset_class = WithdrawalFilterSet
    index_url_name = "gongkai_clearance:report_withdrawals"
    index_results_url_name = "gongkai_clearance:report_withdrawals_results"
    columns = [
        Column("page_title", label=_("Title")),
        Column("unit", label=_("Unit")),
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        Column("reason", label=_("Reason")),
        Column("by", label=_("By")),
        DateColumn("at", label=_("Day")),
    ]
    list_export = ["page_title", "unit", "get_kind_display", "reason", "note", "by", "at", "url_path"]
    export_headings = {"get_kind_display": _("Kind"), "at": _("Day")}

    def get_base_queryset(self) -> QuerySet[Withdrawal]:
        return super().get_base_queryset().select_related("unit", "by")


class FailureReportView(OversightReportView):
    """Publications that did not happen on their day."""

    model = PublicationFailure
    unit_path = "page__unit"
    page_title = _("Failed publications")
    header_icon = "cross"
    index_url_name = "gongkai_clearance:report_failures"
    index_results_url_name = "gongkai_clearance:report_failures_results"
    columns = [
        Column("title", label=_("Title"), accessor="page.draft_title"),
        Column("unit", label=_("Unit"), accessor="page.unit"),
        Column("message", label=_("What stood in the way")),
        DateColumn("due_at", label=pgettext_lazy("of a publication", "Due")),
        Column("attempts", label=_("Attempts")),
        DateColumn("last_failed_at", label=_("Last attempt")),
    ]
    list_export = ["page.draft_title", "page.unit", "message", "due_at", "attempts", "last_failed_at"]
    export_headings = {"page.draft_title": _("Title"), "page.unit": _("Unit")}

    def get_base_queryset(self) -> QuerySet[PublicationFailure]:
        return super().get_base_queryset().select_related("page__unit")
