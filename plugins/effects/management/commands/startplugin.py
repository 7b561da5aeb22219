"""``manage.py startplugin NAME [FOLDER]``: a new plug-in whose tests pass."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from importlib import import_module
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.core.management.base import CommandError
from django.core.management.templates import TemplateCommand
from django.utils.translation import gettext as _

import plugins
from plugins.discovery import discovered

SCAFFOLD = Path(plugins.__file__).parent / "scaffold"
NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class Command(TemplateCommand):
    rewrite_template_suffixes = ((".py-tpl", ".py"), (".toml-tpl", ".toml"))
    help = "Make a new plug-in: a package with tests, Chinese words, a kind of page, a check, a slot and a screen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name", help="small letters, digits and hyphens, such as open-day")
        parser.add_argument("folder", nargs="?", type=Path, help="where to put it; default: a folder of that name")

    def handle(self, *args: Any, name: str, folder: Path | None, **options: Any) -> None:  # type: ignore[override]
        if not NAME.fullmatch(name):
            raise CommandError(_("“%s” is not made of small letters, digits and hyphens, such as open-day.") % name)
        if discovered().named(name) is not None:
            raise CommandError(_("A plug-in “%s” is installed already; choose another name.") % name)
        target = (folder or Path(name)).resolve()
        if target.exists() and any(target.iterdir()):
            raise CommandError(_("%s is there and not empty; choose another folder.") % target)
        target.mkdir(parents=True, exist_ok=True)
        app = name.replace("-", "_")
        choices = {"template": str(SCAFFOLD), "extensions": ["py", "toml", "md"], "files": [], "exclude": None}
        super().handle("app", app, str(target), **{**options, **choices, "plugin_name": name})
        self._compile(target / app)
        self.stdout.write(_("Preparing the database that its tests start from, once for this version of the product …"))
        self._prepare()
        self._tell(target)

    def validate_name(self, name: str, name_or_dir: str = "name") -> None:
        """Django asks that the folder is called like a module; ours holds the module and what belongs to it."""
        if name_or_dir == "name":
            super().validate_name(name, name_or_dir)

    def _compile(self, package: Path) -> None:
        for po in package.rglob("*.po"):
            with po.open("rb") as source, po.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, read_po(source, locale="zh_Hans"))

    def _prepare(self) -> None:
        # Above this room, and not needed but here.
        import_module("plugins.testing.database").prepare_product()

    def _tell(self, target: Path) -> None:
        text = _("The plug-in is in %(folder)s. Next: run “pytest” there, then read its README.md.")
        self.stdout.write(text % {"folder": target})
