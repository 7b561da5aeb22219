"""``manage.py items STEP …``: item catalogues as files, and the city process."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from importlib import import_module
from types import ModuleType
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder

from plugins.api import Refused, Report
from plugins.contrib.item_catalogue.commands import STEPS
from plugins.contrib.item_catalogue.exceptions import ItemsRefused


class Command(BaseCommand):
    help = "Check, import, export and list item catalogues; assign fields to districts and see how far they are."

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
        except (Refused, ItemsRefused) as error:
            raise CommandError(str(error)) from error
        if options["json"]:
            self.stdout.write(json.dumps(report.values, ensure_ascii=False, indent=2, cls=DjangoJSONEncoder))
        elif report.lines:
            self.stdout.write("\n".join(report.lines))
        if report.is_failure:
            raise SystemExit(1)
