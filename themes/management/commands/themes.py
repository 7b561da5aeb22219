"""``manage.py themes STEP …``: what is installed, whether it keeps the contract, and who shows what."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from importlib import import_module
from types import ModuleType
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.commands.report import Refused, Report
from themes.commands import STEPS


class Command(BaseCommand):
    help = "Themes that are installed, whether they keep the contract, and which place shows which."

    def add_arguments(self, parser: ArgumentParser) -> None:
        steps = parser.add_subparsers(dest="step", required=True, metavar="STEP")
        for name in STEPS:
            module = import_module(name)
            step = steps.add_parser(module.NAME, help=module.HELP, description=module.HELP)
            module.add_arguments(step)
            step.add_argument("--json", action="store_true", help="machine-readable output")
            step.set_defaults(module=module)

    def handle(self, *args: Any, module: ModuleType, **options: Any) -> None:
        try:
            report: Report = module.run(**options)
        except Refused as error:
            raise CommandError(str(error)) from error
        said = json.dumps(report.values, ensure_ascii=False, indent=2) if options["json"] else "\n".join(report.lines)
        if said:
            self.stdout.write(said)
        if report.is_failure:
            raise SystemExit(1)
