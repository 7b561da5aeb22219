"""``manage.py translations check|update|compile``."""

from __future__ import annotations

from typing import Any

from babel.messages.catalog import Catalog
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.translation.catalogues import CatalogueFile, catalogue_files, compile_outdated
from cms.translation.completeness import absent_strings, flaws


class Command(BaseCommand):
    help = "Check the Chinese catalogues, add the strings that they lack, or compile them. Needs no gettext."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("action", choices=["check", "update", "compile"])

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        files = catalogue_files(settings.LOCALE_PATHS)
        {"check": self._check, "update": self._update, "compile": self._compile}[action](files)

    def _check(self, files: list[CatalogueFile]) -> None:
        found = flaws(files)
        for flaw in found:
            self.stdout.write(str(flaw))
        if found:
            raise CommandError(f"{len(found)} strings are not as they should be")
        self.stdout.write("Every string is translated.")

    def _update(self, files: list[CatalogueFile]) -> None:
        for file in files:
            catalogue = file.read()
            added = _add_absent(file, catalogue)
            if added:
                file.write(catalogue)
            self.stdout.write(f"{file.po}: {added} added")

    def _compile(self, files: list[CatalogueFile]) -> None:
        for file in compile_outdated(files):
            self.stdout.write(f"{file.mo}")


def _add_absent(file: CatalogueFile, catalogue: Catalog) -> int:
    strings = absent_strings(file, catalogue)
    for string in strings:
        identity = (string.singular, string.plural) if string.plural else string.singular
        place = string.path.relative_to(file.package.parent).as_posix()
        catalogue.add(identity, context=string.context or None, locations=[(place, string.line)])
    return len(strings)
