"""A command whose first argument is a step.

A step is a module with ``NAME``, ``HELP``, ``add_arguments(parser)`` and ``run(**options)``, which answers with a
:class:`~cms.steps.report.Report` or raises :class:`~cms.steps.report.Refused`.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser
from importlib import import_module
from types import ModuleType
from typing import Any, ClassVar, TextIO, cast

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.serializers.json import DjangoJSONEncoder
from django.db import OperationalError, ProgrammingError
from django.utils.translation import gettext_lazy as _
from rich.console import Console

from .report import Refused, Report
from .unapplied import unapplied_migrations

_NOT_MIGRATED = _(
    "The database has not all of its tables. Run manage.py migrate; manage.py demo makes a site with samples."
)


class StepCommand(BaseCommand):
    """Subclasses name the modules of their ``steps``, in the order in which the help shows them."""

    steps: ClassVar[tuple[str, ...]]
    step_parser: ClassVar[type[ArgumentParser]] = CommandParser

    def add_arguments(self, parser: ArgumentParser) -> None:
        steps = parser.add_subparsers(dest="step", required=True, metavar="STEP", parser_class=self.step_parser)
        for name in self.steps:
            module = import_module(name)
            step = steps.add_parser(module.NAME, help=module.HELP, description=module.HELP)
            module.add_arguments(step)
            step.add_argument("--json", action="store_true", help="machine-readable output")
            step.set_defaults(module=module)

    def run_step(self, module: ModuleType, options: dict[str, Any]) -> Report:
        """Run it. ``console`` is for how far it is, away from its result."""
        console = Console(file=cast(TextIO, self.stderr._out), highlight=False, markup=False, soft_wrap=True)
        report: Report = module.run(console=console, **options)
        return report

    def handle(self, *args: Any, module: ModuleType, **options: Any) -> None:
        try:
            report = self.run_step(module, options)
        except Refused as error:
            raise CommandError(str(error)) from error
        except (OperationalError, ProgrammingError) as error:
            if not unapplied_migrations():
                raise
            raise CommandError(str(_NOT_MIGRATED)) from error
        if options["json"]:
            self.stdout.write(json.dumps(report.values, ensure_ascii=False, indent=2, cls=DjangoJSONEncoder))
        elif report.lines:
            self.stdout.write("\n".join(report.lines))
        if report.is_failure:
            raise SystemExit(1)
