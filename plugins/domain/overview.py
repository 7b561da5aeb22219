"""Every plug-in that is installed or once was, with what the screen and the command say about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from plugins.discovery import Rejected, discovered
from plugins.loading import not_loaded, troubles_at_start
from plugins.manifest import Manifest
from plugins.models import Activation, Incident


class Presence(StrEnum):
    """Whether a plug-in can take part."""

    READY = "ready"
    BROKEN = "broken"  # installed, and cannot
    GONE = "gone"  # known from when it was on


PRESENCE_LABELS = {Presence.READY: _("installed"), Presence.BROKEN: _("cannot take part"), Presence.GONE: _("gone")}


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginState:
    """One plug-in. ``on_in`` are the districts where it is on, ``is_on_everywhere`` is for one of the installation."""

    name: str
    title: Any
    presence: Presence
    manifest: Manifest | None = None
    source: str = ""
    problems: Sequence[str] = ()
    on_in: Sequence[Any] = field(default=())
    is_on_everywhere: bool = False
    incidents: int = 0

    @property
    def is_on(self) -> bool:
        """Whether it is on anywhere."""
        return self.is_on_everywhere or bool(self.on_in)

    @property
    def presence_label(self) -> Any:
        """For people."""
        return PRESENCE_LABELS[self.presence]

    @property
    def level(self) -> str:
        """``installation``, ``district``, or empty when nothing is known."""
        return self.manifest.level.value if self.manifest else ""


def plugin_states() -> list[PluginState]:
    """All of them, by name: two queries."""
    rows: Mapping[str, list[Activation]] = _activations()
    incidents = dict(Incident.objects.values_list("plugin").annotate(Sum("count")).order_by())
    states = [*_installed(rows, incidents), *_rejected(rows, incidents)]
    known = {state.name for state in states}
    gone = [_gone(name, own) for name, own in rows.items() if name not in known]
    return sorted([*states, *gone], key=lambda state: state.name)


def plugin_state(name: str) -> PluginState | None:
    """The one called ``name``."""
    return next((state for state in plugin_states() if state.name == name), None)


def _activations() -> Mapping[str, list[Activation]]:
    found: dict[str, list[Activation]] = defaultdict(list)
    for row in Activation.objects.select_related("district"):
        found[row.plugin].append(row)
    return found


def _where(rows: Sequence[Activation]) -> dict[str, Any]:
    on = [row for row in rows if row.is_on]
    return {
        "on_in": [row.district for row in on if row.district is not None],
        "is_on_everywhere": any(row.district is None for row in on),
    }


def _installed(rows: Mapping[str, list[Activation]], incidents: Mapping[str, int]) -> list[PluginState]:
    failed = {one.plugin for one in not_loaded()}
    return [
        PluginState(
            name=one.manifest.name,
            title=one.manifest.title,
            presence=Presence.BROKEN if one.manifest.name in failed else Presence.READY,
            manifest=one.manifest,
            source=one.source,
            problems=problems_at_start(one.manifest.name),
            incidents=incidents.get(one.manifest.name, 0),
            **_where(rows.get(one.manifest.name, ())),
        )
        for one in discovered().installed
    ]


def problems_at_start(name: str) -> list[str]:
    """Why something of the plug-in ``name`` does not take part since the process started, in words for operators."""
    return [
        *(_("Its hooks cannot be loaded: %s") % one.reason for one in not_loaded() if one.plugin == name),
        *(f"{one.hook}: {one.details}" for one in troubles_at_start() if one.plugin == name),
    ]


def _rejected(rows: Mapping[str, list[Activation]], incidents: Mapping[str, int]) -> list[PluginState]:
    taken = discovered().names
    return [_refused(one, rows, incidents) for one in discovered().rejected if one.name not in taken]


def _refused(one: Rejected, rows: Mapping[str, list[Activation]], incidents: Mapping[str, int]) -> PluginState:
    own = rows.get(one.name, ())
    return PluginState(
        name=one.name,
        title=own[0].title if own else one.name,
        presence=Presence.BROKEN,
        source=one.source,
        problems=one.details,
        incidents=incidents.get(one.name, 0),
        **_where(own),
    )


def _gone(name: str, rows: Sequence[Activation]) -> PluginState:
    return PluginState(name=name, title=rows[0].title, presence=Presence.GONE, **_where(rows))
