"""``manage.py clearance verify``: is everything that is public cleared, and everything cleared as it stands?"""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from disclosure_pages.clearance.domain.verifying import Breach, find_breaches


class Command(BaseCommand):
    """Exit 1 when the invariant “live ⇔ public ⇔ cleared” is broken anywhere."""

    help = "Verify that live, public and cleared agree on every page."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["verify"])
        parser.add_argument("--district", default="", metavar="SLUG", help="only this district")
        parser.add_argument("--json", action="store_true", help="print the breaches as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        breaches = list(find_breaches(district_slug=options["district"]))
        if options["json"]:
            self.stdout.write(json.dumps([dataclasses.asdict(item) for item in breaches], ensure_ascii=False, indent=2))
        else:
            self._print(breaches)
        if breaches:
            raise SystemExit(1)

    def _print(self, breaches: list[Breach]) -> None:
        for item in breaches:
            self.stdout.write(f"{item.page_id} {item.title} [{item.code}] {item.message} {item.remedy}")
        if not breaches:
            self.stdout.write(self.style.SUCCESS(_("Live, public and cleared agree on every page.")))
