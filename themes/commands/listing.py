"""``themes list``: what is installed, what cannot be chosen and why, and who shows what."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.steps.report import Report
from themes.alarms import alarms
from themes.discovery import discovered
from themes.models import ThemeVersion

NAME = "list"
HELP = "Themes that are installed, those that cannot be chosen and why, and which place shows which."


def add_arguments(parser: ArgumentParser) -> None:
    """This step has no options of its own."""


def run(**options: Any) -> Report:
    """Read the environment and the choices."""
    found, now = discovered(), timezone.now()
    started = ThemeVersion.objects.started(at=now).select_related("city", "district", "unit")
    live = {str(version.place): version.theme for version in started.order_by("starts_at", "pk")}
    lines = [
        f"{one.manifest.name} {one.manifest.version} · {one.manifest.title} ({one.source or _('bundled')})"
        for one in found.installed
    ]
    lines += [
        _("%(name)s cannot be chosen: %(why)s") % {"name": one.name, "why": " ".join(one.details)}
        for one in found.rejected
    ]
    lines += [_("%(place)s shows %(theme)s") % {"place": place, "theme": theme} for place, theme in live.items()]
    lines += [f"{alarm.theme} {alarm.part}: {alarm.problem}" for alarm in alarms()]
    return Report(lines, _values(live))


def _values(live: dict[str, str]) -> dict[str, Any]:
    found = discovered()
    return {
        "installed": [
            {"name": one.manifest.name, "version": one.manifest.version, "source": one.source}
            for one in found.installed
        ],
        "rejected": [
            {"name": one.name, "trouble": one.trouble.value, "details": list(one.details)} for one in found.rejected
        ],
        "live": live,
        "alarms": [{"theme": alarm.theme, "part": alarm.part, "problem": alarm.problem} for alarm in alarms()],
    }
