"""``items assign``: give a field to districts, with the last day of each step."""

from __future__ import annotations

import datetime as dt
from argparse import ArgumentParser
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from plugins.api import District, Report, iso_day, place_called
from plugins.contrib.item_catalogue.domain.process.assigning import DueDays, assign_field

from .places import field_asked

NAME = "assign"
HELP = "Give a field to a district: it drafts, the city audits, the district adapts and publishes."
STEPS = {"draft": "drafted and submitted", "audit": "audited", "adapt": "adapted", "publish": "published"}


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    parser.add_argument("field", metavar="FIELD", help="the field, see “items list”")
    parser.add_argument(
        "--district", dest="districts", metavar="SLUG", action="append", required=True, help="may be given again"
    )
    for name, words in STEPS.items():
        parser.add_argument(f"--{name}", metavar="DAY", required=True, type=iso_day, help=f"{words} by this day")


def run(
    *,
    field: str,
    districts: list[str],
    draft: dt.date,
    audit: dt.date,
    adapt: dt.date,
    publish: dt.date,
    **options: Any,
) -> Report:
    """All of the districts or none."""
    chosen, due = field_asked(field), DueDays(draft, audit, adapt, publish)
    with transaction.atomic():
        made = [assign_field(field=chosen, district=place_called(District, slug), due=due) for slug in districts]
    lines = [_("%(what)s: until %(day)s") % {"what": one, "day": publish.isoformat()} for one in made]
    return Report(lines, {"field": chosen.code, "districts": [one.district.slug for one in made]})
