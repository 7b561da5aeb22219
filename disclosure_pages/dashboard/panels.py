"""Panels of the admin's home. Each shows only what is on the person's desk; an empty one is not there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.site_summary import SummaryItem
from wagtail.admin.ui.components import Component

from .desk import Desk, Pile, desk_of


class DeskPanel(Component):
    """A pile of work with its count."""

    order: ClassVar[int]
    name: ClassVar[str]
    heading: ClassVar[Any]
    icon: ClassVar[str]
    more_url_name: ClassVar[str] = ""
    more_query: ClassVar[str] = ""
    template_name = "gongkai_dashboard/panel.html"

    @property
    def rows_template(self) -> str:
        """The template of the pile's rows."""
        return f"gongkai_dashboard/rows/{self.name}.html"

    def pile(self, desk: Desk) -> Pile | None:
        """What to show; ``None`` when the panel is not for this person."""
        raise NotImplementedError

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        desk = desk_of(parent_context["request"])
        more = reverse(self.more_url_name) + self.more_query if self.more_url_name else ""
        return {"panel": self, "desk": desk, "pile": self.pile(desk), "more_url": more}

    def render_html(self, parent_context: Mapping[str, Any]) -> str:
        pile = self.pile(desk_of(parent_context["request"]))
        return super().render_html(parent_context) if pile is not None else ""

    @property
    def media(self) -> forms.Media:
        return forms.Media(css={"all": ["gongkai_dashboard/desk.css", "gongkai_clearance/flags.css"]})


class ReturnedPanel(DeskPanel):
    order, name, heading, icon = 10, "returned", _("Returned to me"), "rotate"

    def pile(self, desk: Desk) -> Pile | None:
        return desk.returned if desk.is_author and desk.returned.count else None


class WaitingPanel(DeskPanel):
    """Shown empty as well: that nothing waits is good news."""

    order, name, heading, icon = 20, "waiting", _("Waiting for my review"), "tasks"
    more_url_name = "gongkai_clearance:queue"

    def pile(self, desk: Desk) -> Pile | None:
        return desk.waiting if desk.is_reviewer else None


class DraftsPanel(DeskPanel):
    order, name, heading, icon = 30, "drafts", _("My drafts"), "draft"

    def pile(self, desk: Desk) -> Pile | None:
        return desk.drafts if desk.is_author and desk.drafts.count else None


class SubmittedPanel(DeskPanel):
    order, name, heading, icon = 40, "submitted", _("Submitted"), "resubmit"

    def pile(self, desk: Desk) -> Pile | None:
        return desk.submitted if desk.is_author and desk.submitted.count else None


class ScheduledPanel(DeskPanel):
    order, name, heading, icon = 45, "scheduled", _("Cleared, waiting for their day"), "calendar-alt"

    def pile(self, desk: Desk) -> Pile | None:
        return desk.scheduled if desk.is_author and desk.scheduled.count else None


class HeldPanel(DeskPanel):
    order, name, heading, icon = 47, "held", _("Cleared, waiting for what is published with it"), "link"

    def pile(self, desk: Desk) -> Pile | None:
        return desk.held if desk.is_author and desk.held.count else None


class OverduePanel(DeskPanel):
    order, name, heading, icon = 50, "overdue", _("Overdue reviews"), "warning"
    more_url_name, more_query = "gongkai_clearance:queue", "?scope=all&overdue=yes"

    def pile(self, desk: Desk) -> Pile | None:
        return desk.overdue if desk.is_overseer and desk.overdue.count else None


class PlacesPanel(DeskPanel):
    order, name, heading, icon = 60, "places", _("Columns to look after"), "time"
    more_url_name = "gongkai_dashboard:freshness"

    def pile(self, desk: Desk) -> Pile | None:
        return desk.pressing_places if desk.pressing_places.count else None


class NewestPanel(DeskPanel):
    order, name, heading, icon = 70, "newest", _("Newest of my unit"), "doc-full-inverse"

    def pile(self, desk: Desk) -> Pile | None:
        return desk.newest if desk.is_author and desk.newest.rows else None


PANELS: list[type[DeskPanel]] = [
    ReturnedPanel,
    WaitingPanel,
    DraftsPanel,
    SubmittedPanel,
    ScheduledPanel,
    HeldPanel,
    OverduePanel,
    PlacesPanel,
    NewestPanel,
]


def register_panel(panel: type[DeskPanel]) -> None:
    """Let a room above lay a pile of its own on the desk, at the place that its ``order`` says.

    Its ``rows_template`` gets ``rows`` and ``desk``; an empty pile is ``None``.
    """
    if panel not in PANELS:
        PANELS.append(panel)
        PANELS.sort(key=lambda each: each.order)


class CountItem(SummaryItem):
    """A count at the top of the home, with the link to what it counts."""

    template_name = "gongkai_dashboard/count.html"

    def __init__(self, request: HttpRequest, *, label: Any, icon: str, count: int, url: str, order: int) -> None:
        super().__init__(request)
        self.label, self.icon, self.count, self.url, self.order = label, icon, count, url, order

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"item": self}


def counts_of(desk: Desk) -> list[CountItem]:
    """Counts of what is on the desk; for overseers also of the exceptions in their districts."""
    items = []
    for panel in PANELS:
        pile = panel().pile(desk)
        if pile is not None and pile.count:
            url = f"#{panel.name}-section"
            item = CountItem(
                desk.request, label=panel.heading, icon=panel.icon, count=pile.count, url=url, order=panel.order
            )
            items.append(item)
    return [*items, *(_exceptions(desk) if desk.is_overseer else [])]


def _exceptions(desk: Desk) -> list[CountItem]:
    looks = {
        "forced": (_("Forced publications in 30 days"), "warning"),
        "withdrawals": (_("Withdrawals in 30 days"), "download"),
        "failures": (_("Failed publications"), "cross"),
    }
    return [
        CountItem(
            desk.request,
            label=looks[name][0],
            icon=looks[name][1],
            count=count,
            url=reverse(f"gongkai_clearance:report_{name}"),
            order=100,
        )
        for name, count in desk.exceptions.items()
        if count or name != "failures"
    ]
