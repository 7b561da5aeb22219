"""Content in all its states, for those who oversee or act on it without having written it."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import ButtonsColumnMixin, Column, DateColumn, TitleColumn
from wagtail.admin.widgets import ButtonWithDropdown

from cms.people.enums import Role
from disclosure_pages.clearance.models import HeldPublication
from disclosure_pages.tree.models import DisclosurePage

from .listings import RoleListView, units_in_view
from .offers import act_buttons

CONTENT_ROLES: tuple[str, ...] = (
    Role.MODERATOR,
    Role.CONFIDENTIALITY_REVIEWER,
    Role.DISCLOSURE_OFFICE,
    Role.CITY_AUDITOR,
)
STATES = {
    "public": _("Public"),
    "waiting": _("Waiting for its day"),
    "held": _("Waiting for what is published with it"),
    "withdrawn": _("Withdrawn"),
    "draft": _("Draft"),
}


def state_of(page: Any) -> Any:
    """State of ``page``, as the list names it."""
    if page.live:
        return STATES["public"]
    if page.approved_schedule:
        return STATES["waiting"]
    if page.is_held:
        return STATES["held"]
    return STATES["withdrawn"] if page.first_published_at else STATES["draft"]


def public_url(page: Any) -> str | None:
    """The public address, if there is one now."""
    return page.url if page.live else None


class ContentsFilterSet(WagtailFilterSet):
    """By state and unit."""

    state = django_filters.ChoiceFilter(
        label=_("State"), choices=list(STATES.items()), widget=forms.RadioSelect, method="filter_state"
    )
    unit = django_filters.ModelChoiceFilter(label=_("Unit"), queryset=units_in_view)

    class Meta:
        model = DisclosurePage
        fields: list[str] = []

    def filter_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        """The same distinctions as :func:`state_of`."""
        if value == "public":
            return queryset.filter(live=True)
        if value == "waiting":
            return queryset.filter(live=False, _approved_schedule=True)
        others = queryset.filter(live=False, _approved_schedule=False)
        if value == "held":
            return others.filter(is_held=True)
        return others.filter(is_held=False, first_published_at__isnull=value == "draft")


class ActsColumn(ButtonsColumnMixin, TitleColumn):
    """The title with the acts that the person is offered."""

    def get_buttons(self, instance: Any, parent_context: Any) -> list[Any]:
        request = parent_context["request"]
        buttons = act_buttons(page=instance, user=request.user, next_url=reverse(ContentsView.index_url_name))
        label = _("Acts on “%(title)s”") % {"title": instance.draft_title}
        menu = ButtonWithDropdown(buttons=buttons, icon_name="dots-horizontal", attrs={"aria-label": label})
        return [menu] if buttons else []


class ContentsView(RoleListView):
    """What the person may read, drafts included, the newest change first."""

    roles = CONTENT_ROLES
    page_title = _("Contents")
    header_icon = "doc-full"
    template_name = "gongkai_clearance/list.html"
    results_template_name = "gongkai_clearance/contents_results.html"
    filterset_class = ContentsFilterSet
    is_searchable = True
    search_fields = ("title", "draft_title")
    search_backend_name = None
    index_url_name = "gongkai_clearance:contents"
    index_results_url_name = "gongkai_clearance:contents_results"
    default_ordering = "-latest_revision_created_at"
    columns = [
        ActsColumn("title", label=_("Title"), accessor="draft_title", get_url=public_url),
        Column("unit", label=_("Unit")),
        Column("column", label=_("Column"), accessor="column.title", classname="gk-wide"),
        Column("state", label=_("State"), accessor=state_of),
        Column("published_on", label=_("Published on"), classname="gk-wide"),
        DateColumn(
            "latest_revision_created_at", label=pgettext_lazy("when", "Changed"), sort_key="latest_revision_created_at"
        ),
    ]

    def get_base_queryset(self) -> QuerySet[DisclosurePage]:
        pages: QuerySet[DisclosurePage] = DisclosurePage.objects.visible_to(self.request.user)
        held = Exists(HeldPublication.objects.filter(page=OuterRef("pk")))
        scheduled = pages.annotate_approved_schedule()  # type: ignore[attr-defined]
        return scheduled.annotate(is_held=held).select_related("unit", "column")
