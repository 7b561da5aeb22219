"""The way from the city's home to the reports that the city has published."""

from __future__ import annotations

from typing import Any

from plugins.api import Fragment
from plugins.contrib.annual_report.models import CityPublication

SHOWN = 3


def city_way_in(context: Any) -> Fragment | None:
    """The latest reports of the city, on its home; nothing where none is public, and on homes of districts."""
    if context.district is not None:
        return None
    public = CityPublication.objects.public().filter(report__city=context.city).select_related("report")
    found = list(public[:SHOWN])
    return Fragment("gongkai_annual/city_way_in.html", {"reports": found}) if found else None
