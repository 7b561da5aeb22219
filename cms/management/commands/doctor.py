"""``manage.py doctor``: what is missing, and how to get it."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from cms.doctor.probe import Outcome, examine
from cms.doctor.probes import PROBES


class Command(BaseCommand):
    help = "Say what this installation lacks and how to get it. Exit status 1 when something required is missing."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="print a list of objects instead of lines")

    def handle(self, *args: Any, **options: Any) -> None:
        outcomes = examine(PROBES)
        if options["json"]:
            self.stdout.write(json.dumps([asdict(outcome) for outcome in outcomes], ensure_ascii=False, indent=2))
        else:
            self._print(outcomes)
        if any(outcome.is_failure for outcome in outcomes):
            sys.exit(1)

    def _print(self, outcomes: list[Outcome]) -> None:
        for outcome in outcomes:
            self.stdout.write(f"{outcome.id:<13} {self._mark(outcome)}  {outcome.message}")
            if outcome.remedy:
                self.stdout.write(f"{chr(32) * 13} → {outcome.remedy}")

    def _mark(self, outcome: Outcome) -> str:
        if outcome.ok:
            return self.style.SUCCESS(_("ok"))
        return self.style.ERROR(_("missing")) if outcome.is_failure else self.style.WARNING(_("advised"))
