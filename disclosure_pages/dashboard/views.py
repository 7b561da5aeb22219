"""Every place of the person's units, or every column of the districts, with how fresh it is."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column, StatusTagColumn

from disclosure_pages.clearance.views.listings import OVERSEEING_ROLES, RoleListView
from disclosure_pages.tree.querysets import UNIT_ROLES

from .desk import desk_of
from .enums import Freshness

FRESHNESS_ROLES: tuple[str, ...] = (*UNIT_ROLES, *OVERSEEING_ROLES)


class FreshnessView(RoleListView):
    """The list behind the home's “columns to look after”; a plain list, as it is worked out and not stored."""

    roles = FRESHNESS_ROLES
    page_title = _("Freshness of columns")
    header_icon = "time"
    index_url_name = "gongkai_dashboard:freshness"
    index_results_url_name = "gongkai_dashboard:freshness_results"
    paginate_by = None  # type: ignore[assignment]  # as Django's own list views say “all on one page”
    columns = [
        Column("column", label=_("Column"), accessor="column.title"),
        Column("unit", label=_("Unit")),
        StatusTagColumn(
            "state", label=_("State"), accessor="state.label", primary=lambda place: place.state == Freshness.STALE
        ),
        Column("newest_on", label=pgettext_lazy("day", "Newest")),
        Column("limit", label=_("Limit in days"), accessor="column.freshness_limit"),
        Column("due_on", label=_("Too old after")),
    ]
    list_export = ["column.title", "unit", "state.label", "newest_on", "column.freshness_limit", "due_on"]
    export_headings = {
        "column.title": _("Column"),
        "unit": _("Unit"),
        "state.label": _("State"),
        "newest_on": pgettext_lazy("day", "Newest"),
        "column.freshness_limit": _("Limit in days"),
        "due_on": _("Too old after"),
    }

    def get_queryset(self) -> Any:
        return desk_of(self.request).places

    def get_filename(self) -> str:
        return f"freshness-{timezone.localdate():%Y-%m-%d}"
