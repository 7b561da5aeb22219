"""``manage.py starttheme NAME FOLDER``: a theme that keeps the contract from its first day."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from themes.starting import CannotStart, write_package


class Command(BaseCommand):
    help = "Write a package with a theme, its tests and its README into a folder that does not exist yet."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", metavar="NAME", help="small letters, digits and hyphens, such as yuelu-autumn")
        parser.add_argument("folder", metavar="FOLDER", type=Path)

    def handle(self, *args: Any, name: str, folder: Path, **options: Any) -> None:
        try:
            written = write_package(name=name, folder=folder)
        except CannotStart as error:
            raise CommandError(str(error)) from error
        for path in written:
            self.stdout.write(str(path))
