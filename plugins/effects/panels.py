"""Piles of work that plug-ins lay on the desk."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from disclosure_pages.dashboard.desk import Desk, Pile
from disclosure_pages.dashboard.panels import DeskPanel
from plugins.calling import Given, WrongAnswer, ask
from plugins.collecting import contributions
from plugins.contributions.admin import DeskPanel as Contributed
from plugins.contributions.admin import DeskPile, is_pile

from .people import plugin_districts


class PluginPanel(DeskPanel):
    """Asks the plug-in for the pile of people who work where it is on."""

    given: ClassVar[Given[Contributed]]
    rows_template = "gongkai_plugins/desk_rows.html"

    def pile(self, desk: Desk) -> Pile | None:
        answer = self.answer(desk)
        return Pile(rows=list(answer.rows), count=answer.count) if answer is not None and answer.count else None

    def answer(self, desk: Desk) -> DeskPile | None:
        """What the plug-in said, asked once for a desk."""
        known: dict[str, DeskPile | None] = desk.__dict__.setdefault("_gongkai_plugin_piles", {})
        if self.name not in known:
            known[self.name] = self._ask(desk)
        return known[self.name]

    def _ask(self, desk: Desk) -> DeskPile | None:
        plugin, panel = self.given.plugin, self.given.answer
        districts = plugin_districts(desk.request, plugin)
        if not districts:
            return None
        return ask(plugin, f"desk_panels.{panel.name}", partial(panel.pile, desk.user, districts), check=_checked)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        answer = self.answer(context["desk"])
        return {**context, "more_url": answer.url if answer is not None else ""}


def contributed_panels() -> list[type[DeskPanel]]:
    """A panel for each that plug-ins add."""
    return [_panel(given) for given in contributions("desk_panels")]


def _panel(given: Given[Contributed]) -> type[DeskPanel]:
    panel = given.answer
    looks = {"name": f"{given.plugin}-{panel.name}", "heading": panel.heading, "icon": panel.icon, "order": panel.order}
    return type("ContributedPanel", (PluginPanel,), {**looks, "given": given})


def _checked(answer: Any) -> DeskPile | None:
    if answer is None or is_pile(answer):
        return answer
    raise WrongAnswer(f"a DeskPile is asked for, not {type(answer).__name__}")
