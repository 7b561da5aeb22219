"""``manage.py reports STEP …``: how far annual reports are, what they say, and what does not fit."""

from __future__ import annotations

from types import ModuleType
from typing import Any, ClassVar

from django.core.management.base import CommandError

from plugins.api import Report, StepCommand
from plugins.contrib.annual_report.commands import STEPS
from plugins.contrib.annual_report.exceptions import ReportRefused


class Command(StepCommand):
    help = "Begin, count, show and check annual reports, and see how far they are."
    steps: ClassVar[tuple[str, ...]] = STEPS

    def run_step(self, module: ModuleType, options: dict[str, Any]) -> Report:
        try:
            return super().run_step(module, options)
        except ReportRefused as error:
            raise CommandError(str(error)) from error
