"""``manage.py documents STEP …``: everything about policy documents from the command line."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from django.core.management.base import CommandParser

from cms.steps.command import StepCommand
from cms.steps.report import Report, failure
from disclosure_pages.importing.commands import STEPS
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


class Command(StepCommand):
    help = "Import, export and look up policy documents."
    steps = STEPS
    step_parser = StepParser

    def run_step(self, module: ModuleType, options: dict[str, Any]) -> Report:
        try:
            report: Report = module.run(say=self._say(options), **options)
        except ImportRefused as error:
            return failure(str(error), error.remedy)
        return report

    def _say(self, options: dict[str, Any]) -> Any:
        """Where a step tells how far it is, away from its result."""
        is_quiet = options["json"] or not options["verbosity"]
        return (lambda _text: None) if is_quiet else self.stderr.write
