"""``items fetch``: what the province's platform has of a field, and with ``--take`` into a draft."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from plugins.api import Report
from plugins.contrib.item_catalogue.comparison import Change
from plugins.contrib.item_catalogue.platform.fetching import fetch_elements
from plugins.contrib.item_catalogue.platform.taking import PlatformPlan, plan_elements, take_elements

from .places import add_place, field_asked, owner_asked

NAME = "fetch"
HELP = "Fetch elements of a field from the province's platform, and tell what taking them would change."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    add_place(parser)
    parser.add_argument("--take", action="store_true", help="take them into the draft of the catalogue")


def run(*, field: str, district: str | None, city: str | None, take: bool, **options: Any) -> Report:
    """Without ``--take`` no catalogue is changed."""
    place, owner = field_asked(field), owner_asked(district=district, city=city)
    fetched = fetch_elements(field=place)
    plan = plan_elements(copy=fetched.copy, owner=owner)
    if take and plan.changed:
        take_elements(copy=fetched.copy, owner=owner, seen=plan.digest)
    is_taken = take and bool(plan.changed)
    report = Report(list(_lines(plan)), _values(plan))
    report.values |= {"platform": fetched.copy.version, "is_new": fetched.is_changed, "is_taken": is_taken}
    report.lines.append(_("Taken into the draft.") if is_taken else _("No catalogue was changed."))
    return report


def _lines(plan: PlatformPlan) -> Iterator[str]:
    yield from (f"  ~ {_line(change)}" for change in plan.changes)
    if plan.kept:
        yield _("These say something else on the platform, and stay:")
        yield from (f"  = {_line(change)}" for change in plan.kept)
    if plan.unknown:
        yield _("The catalogue does not have these: %(items)s") % {"items": "、".join(plan.unknown)}


def _line(change: Change) -> str:
    return f"{change.entry.name}: {'、'.join(str(column.label) for column in change.columns)}"


def _values(plan: PlatformPlan) -> dict[str, Any]:
    return {
        "changed": {change.entry.name: [column.value for column in change.columns] for change in plan.changes},
        "kept": {change.entry.name: [column.value for column in change.columns] for change in plan.kept},
        "unknown": list(plan.unknown),
    }
