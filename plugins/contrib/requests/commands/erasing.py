"""``requests erase``: personal data whose time is over."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import Report
from plugins.contrib.requests.domain.erasing import cases_to_erase, erase_old, rule_of

from .places import add_district, districts_asked

NAME = "erase"
HELP = "Erase personal data of cases that ended longer ago than the district's confirmed rule says."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    add_district(parser)
    parser.add_argument("--dry-run", action="store_true", help="only say what would be erased")


def run(*, district: str, dry_run: bool, **options: Any) -> Report:
    """District by district."""
    today, report = timezone.localdate(), Report(values={"districts": {}})
    for one in districts_asked(district):
        rule = rule_of(one)
        number = cases_to_erase(one, today=today).count() if dry_run else erase_old(district=one, today=today)
        words = {"district": one.name, "number": number, "years": rule.years}
        if not rule.is_confirmed:
            line = _("%(district)s: %(years)d years of keeping are not confirmed; nothing is erased.") % words
        elif dry_run:
            line = _("%(district)s: %(number)d cases would be erased (%(years)d years).") % words
        else:
            line = _("%(district)s: %(number)d cases erased (%(years)d years).") % words
        report.lines.append(line)
        values = {"cases": number, "years": rule.years, "is_confirmed": rule.is_confirmed}
        report.values["districts"][one.slug] = values
    return report
