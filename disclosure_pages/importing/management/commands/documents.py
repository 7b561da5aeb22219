"""``manage.py documents STEP …``: everything about policy documents from the command line."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from importlib import import_module
from types import ModuleType
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from disclosure_pages.importing.commands import STEPS
from disclosure_pages.importing.commands.report import Report, failure
from disclosure_pages.importing.exceptions import ImportRefused


class StepParser(CommandParser):
    """FILE may stand behind the options, too; argparse alone takes files only right behind the step."""

    _is_mixing = False

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        if self._is_mixing:
            return super().parse_known_args(args, namespace)
        self._is_mixing = True
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self._is_mixing = False


class Command(BaseCommand):
    help = "Import, export and look up policy documents."

    def add_arguments(self, parser: ArgumentParser) -> None:
        steps = parser.add_subparsers(dest="step", required=True, metavar="STEP", parser_class=StepParser)
        for name in STEPS:
            module = import_module(name)
            step = steps.add_parser(module.NAME, help=module.HELP, description=module.HELP)
            module.add_arguments(step)
            step.add_argument("--json", action="store_true", help="machine-readable output")
            step.set_defaults(module=module)

    def handle(self, *args: Any, module: ModuleType, **options: Any) -> None:
        try:
            report: Report = module.run(say=self._say(options), **options)
        except ImportRefused as error:
            report = failure(str(error), error.remedy)
        if options["json"]:
            self.stdout.write(json.dumps(report.values, ensure_ascii=False, indent=2))
        elif report.lines:
            self.stdout.write("\n".join(report.lines))
        if report.is_failure:
            raise SystemExit(1)

    def _say(self, options: dict[str, Any]) -> Any:
        """Where a step tells how far it is, away from its result."""
        is_quiet = options["json"] or not options["verbosity"]
        return (lambda _text: None) if is_quiet else self.stderr.write
