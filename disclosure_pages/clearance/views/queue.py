"""The queue of reviews: what waits for the person, and what waits for others where the person keeps an eye on it."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.models import TaskState

from cms.people.enums import Role
from disclosure_pages.clearance.domain.waiting import due_at, reviews_visible_to, reviews_waiting_for, with_contents
from disclosure_pages.clearance.enums import ReviewStage
from disclosure_pages.clearance.models import ReviewDays
from disclosure_pages.clearance.rules import ROLE_OF_STAGE
from disclosure_pages.tree.models import DisclosurePage

from .listings import RoleListView, units_in_view

QUEUE_ROLES: tuple[str, ...] = (*ROLE_OF_STAGE.values(), Role.CITY_AUDITOR)


class QueueFilterSet(WagtailFilterSet):
    """``scope`` stands first: it chooses the set that the others narrow."""

    scope = django_filters.ChoiceFilter(
        label=pgettext_lazy("which reviews", "Show"),
        choices=[("all", _("All that I may see"))],
        empty_label=_("Waiting for me"),
        widget=forms.RadioSelect,
        method="choose_scope",
    )
    stage = django_filters.ChoiceFilter(label=_("Stage"), choices=ReviewStage.choices, widget=forms.RadioSelect)
    unit = django_filters.ModelChoiceFilter(label=_("Unit"), queryset=units_in_view, method="filter_unit")
    overdue = django_filters.ChoiceFilter(
        label=_("Overdue"), choices=[("yes", _("Overdue only"))], widget=forms.RadioSelect, method="filter_overdue"
    )

    class Meta:
        model = TaskState
        fields: list[str] = []

    def choose_scope(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Everything whose drafts the person may read, instead of the person's own queue."""
        return reviews_visible_to(self.request.user, now=timezone.now())

    def filter_unit(self, queryset: QuerySet, name: str, value: Any) -> QuerySet:
        """Reviews of one unit's content."""
        return queryset.filter(page_id__in=DisclosurePage.objects.of_unit(value).values("pk"))

    def filter_overdue(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """Reviews that are open for longer than their stage allows."""
        return queryset.filter(is_overdue=True)


class DueColumn(Column):
    """The day until which a review should be decided, marked when it has passed."""

    cell_template_name = "gongkai_clearance/due_cell.html"


def review_url(task_state: Any) -> str | None:
    """The review screen, for those who review it; a list shows the others no link."""
    return reverse("gongkai_clearance:review", args=[task_state.pk]) if task_state.is_mine else None


class QueueView(RoleListView):
    """Open reviews, the longest waiting first."""

    roles = QUEUE_ROLES
    page_title = _("Reviews")
    header_icon = "tasks"
    template_name = "gongkai_clearance/list.html"
    results_template_name = "gongkai_clearance/queue_results.html"
    filterset_class = QueueFilterSet
    index_url_name = "gongkai_clearance:queue"
    index_results_url_name = "gongkai_clearance:queue_results"
    columns = [
        TitleColumn("title", label=_("Title"), accessor="content.draft_title", get_url=review_url),
        Column("unit", label=_("Unit"), accessor="content.unit"),
        Column("column", label=_("Column"), accessor="content.column.title", classname="gk-wide"),
        Column("stage", label=_("Stage"), accessor=lambda row: ReviewStage(row.stage).label),
        Column("requested_by", label=_("Submitted by"), accessor="workflow_state.requested_by", classname="gk-wide"),
        DateColumn("started_at", label=_("Waiting since")),
        DueColumn("due_at", label=_("Due")),
    ]

    def get_base_queryset(self) -> QuerySet[TaskState]:
        waiting = reviews_waiting_for(self.request.user, now=timezone.now())
        return waiting.select_related("workflow_state__requested_by")

    def get_table(self, object_list: Any) -> Any:
        return super().get_table(self._complete(list(object_list)))

    def _complete(self, rows: list[Any]) -> list[Any]:
        days = ReviewDays.load(self.request)
        mine = set(self.get_base_queryset().filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
        for row in rows:
            row.is_mine = row.pk in mine
            row.due_at = due_at(row, days=days)
        return with_contents(rows)
