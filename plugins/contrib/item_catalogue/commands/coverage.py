"""``items coverage``: how far the items of a district are covered, as the screen says it."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import District, Report
from plugins.contrib.item_catalogue.domain.coverage import GROUPINGS, Coverage, coverage, coverage_by, living_items
from plugins.contrib.item_catalogue.models import Item

from .places import owner_asked

NAME = "coverage"
HELP = "How many items have a publication, and how many kept their time limit."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    parser.add_argument("--district", metavar="SLUG", help="that district only")
    parser.add_argument("--by", choices=list(GROUPINGS), default="field", help="a row for each; field by default")


def run(*, district: str | None, by: str, **options: Any) -> Report:
    """All districts, or one; what is counted is what the public may read."""
    owners = [owner_asked(district=district, city=None)] if district is not None else District.objects.all()
    items = Item.objects.filter(catalogue__district__in=owners).in_effect(on=timezone.localdate())
    items = items.select_related("catalogue__field", "catalogue__district", "unit")
    living = living_items(items.order_by("catalogue__district", "catalogue__field__order", "position", "pk"))
    rows, total = list(coverage_by(living, by)), coverage(living)
    lines = [_line(one) for one in rows]
    return Report(
        [*lines, _("All together: %(figures)s") % {"figures": _figures(total)}],
        {"by": by, "rows": [_values(one) for one in rows], "total": _values(total)},
    )


def _line(one: Coverage) -> str:
    return f"{one.label or _('No unit of the district')}: {_figures(one)}"


def _figures(one: Coverage) -> str:
    return _("%(published)d of %(items)d items published, %(kept)d of %(measurable)d in time, newest of %(newest)s") % {
        "published": one.published,
        "items": one.items,
        "kept": one.kept,
        "measurable": one.measurable,
        "newest": one.newest or "–",
    }


def _values(one: Coverage) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__slots__}
