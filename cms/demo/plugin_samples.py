"""Samples of plug-ins: each that has some is switched on in the demo's district, and asked for them."""

from __future__ import annotations

from cms.tenancy.models import District
from plugins.calling import call
from plugins.discovery import discovered
from plugins.domain.switching import enable
from plugins.manifest import Level
from plugins.registry import implements

#: Seconds that one plug-in may take.
BUDGET = 60.0


def make_plugin_samples(*, district: District) -> list[str]:
    """Names of the plug-ins that made some. One that fails makes none, and is told by ``plugins doctor``."""
    names = [one.manifest.name for one in discovered().installed if implements(one.manifest.name, "demo_content")]
    for name in names:
        found = discovered().named(name)
        is_of_district = found is not None and found.manifest.level is Level.DISTRICT
        enable(name, district=district if is_of_district else None, user=None)
    list(call("demo_content", active=names, check=bool, budget=BUDGET, district=district))
    return names
