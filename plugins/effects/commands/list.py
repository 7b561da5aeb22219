"""``plugins list``: every plug-in that is installed or once was, and where it is on."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.utils.translation import gettext as _

from cms.steps.report import Report
from plugins.domain.overview import PluginState, plugin_states

NAME = "list"
HELP = "Every plug-in that is installed or once was, and where it is on."


def add_arguments(parser: ArgumentParser) -> None:
    """It has none."""


def run(**options: Any) -> Report:
    """A plug-in that cannot take part is no failure here; ``plugins doctor`` is for that."""
    report = Report()
    states = plugin_states()
    report.add([line for state in states for line in _lines(state)], plugins=[_values(state) for state in states])
    if not states:
        report.add([_("No plug-in is installed. “manage.py startplugin NAME” makes one.")])
    return report


def _lines(state: PluginState) -> list[str]:
    version = state.manifest.version if state.manifest else ""
    name = f"{state.name} {version}".strip()
    lines = [f"{name}  {state.title}  ({state.presence_label}; {_where(state)})"]
    return [*lines, *(f"    {problem}" for problem in state.problems)]


def _where(state: PluginState) -> str:
    if state.is_on_everywhere:
        return _("on")
    if state.on_in:
        return _("on in %(districts)s") % {"districts": ", ".join(district.slug for district in state.on_in)}
    return _("off")


def _values(state: PluginState) -> dict[str, Any]:
    return {
        "name": state.name,
        "title": str(state.title),
        "version": state.manifest.version if state.manifest else "",
        "level": state.level,
        "presence": state.presence.value,
        "source": state.source,
        "problems": list(state.problems),
        "is_on_everywhere": state.is_on_everywhere,
        "on_in": [district.slug for district in state.on_in],
        "incidents": state.incidents,
    }
