"""``manage.py responsibility check|plan|apply|drift --district SLUG [FILE]``."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from cms.steps.report import Report
from cms.tenancy.models import District
from disclosure_pages.responsibility.domain.apply import apply_table
from disclosure_pages.responsibility.domain.drift import find_drift
from disclosure_pages.responsibility.domain.plan import plan_table, read_table
from disclosure_pages.responsibility.domain.sources import find_district, last_file
from disclosure_pages.responsibility.exceptions import NoFile, ResponsibilityError
from disclosure_pages.responsibility.reporting import report_drift, report_plan, report_table
from disclosure_pages.tree.domain.districts import create_district_home


class Command(BaseCommand):
    help = "Check, plan and apply a district's responsibility table, or look for drift from the applied one."

    def create_parser(self, *args: Any, **kwargs: Any) -> CommandParser:
        """FILE may stand behind the options; argparse alone takes it only right behind the step."""
        parser = super().create_parser(*args, **kwargs)
        parser.parse_args = parser.parse_intermixed_args  # type: ignore[method-assign]
        return parser

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("step", choices=["check", "plan", "apply", "drift"])
        parser.add_argument("file", nargs="?", type=Path, help="CSV, XLSX or DOCX; default: the last applied table")
        parser.add_argument("--district", required=True, metavar="SLUG")
        parser.add_argument("--json", action="store_true", help="machine-readable output")
        parser.add_argument("--confirm-rename", action="append", default=[], metavar="OLD=NEW")
        parser.add_argument("--create-home", action="store_true", help="apply: make the district's home page first")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = self._run(**options)
        except ResponsibilityError as error:
            report = Report(is_failure=True)
            report.add([str(error), f"    → {error.remedy}"], error=str(error), remedy=error.remedy)
        if options["json"]:
            self.stdout.write(json.dumps(report.values, ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(report.lines))
        if report.is_failure:
            raise SystemExit(1)

    def _run(self, *, step: str, file: Path | None, district: str, **options: Any) -> Report:
        place = find_district(district)
        if step == "drift":
            return report_drift(find_drift(district=place))
        content, name = _read(file) if file else last_file(place)
        report = report_table(read_table(district=place, content=content))
        if report.is_failure or step == "check":
            return report
        if step == "plan":
            planned = plan_table(district=place, content=content, confirmed_renames=options["confirm_rename"])
            report_plan(planned.plan, report)
        else:
            if options["create_home"]:
                create_district_home(district=place)
            _apply(place, content, name, options["confirm_rename"], report)
        return report


def _read(file: Path) -> tuple[bytes, str]:
    try:
        return file.read_bytes(), file.name
    except OSError as error:
        raise NoFile(
            _("The file %(file)s cannot be read: %(reason)s.") % {"file": file, "reason": error.strerror},
            _("Check the path and the permissions."),
        ) from error


def _apply(district: District, content: bytes, name: str, renames: list[str], report: Report) -> None:
    applied = apply_table(district=district, content=content, file_name=name, confirmed_renames=renames)
    report_plan(applied.plan, report)
    number = applied.version.number
    message = (
        _("Applied as version %(number)d.") if applied.is_new else _("Version %(number)d is in force; nothing to do.")
    )
    report.add([message % {"number": number}], version=number, is_new=applied.is_new)
