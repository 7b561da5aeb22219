"""``plugins purge``: take away everything that a plug-in kept, after its package is gone."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from rich.console import Console

from cms.steps.report import Refused, Report
from plugins.effects.purging import CannotPurge, Remains, purge, remains_of, write_backup

NAME = "purge"
HELP = "Take away everything that a plug-in kept, after its package is gone. Writes a backup file first, and asks."


def add_arguments(parser: ArgumentParser) -> None:
    """The plug-in, where the backup goes, and the answer for scripts."""
    parser.add_argument("plugin", metavar="NAME", help="as “plugins list” shows it")
    parser.add_argument("--backup", type=Path, metavar="FILE", help="default: a new file in the data folder")
    parser.add_argument("--yes", action="store_true", help="do not ask")


def run(*, plugin: str, backup: Path | None, yes: bool, console: Console, **options: Any) -> Report:
    """Nothing is taken away before the backup is written and the question answered with the plug-in's name."""
    try:
        remains = remains_of(plugin)
    except CannotPurge as error:
        raise Refused(str(error)) from error
    for line in _what(remains):
        console.print(line)
    if not yes:
        _ask(plugin, console)
    path = backup or _new_file(plugin)
    try:
        write_backup(remains, path)
    except OSError as error:
        text = _("The backup %(file)s cannot be written (%(why)s); nothing was taken away. Name another with --backup.")
        raise Refused(text % {"file": path, "why": error.strerror}) from error
    purge(remains)
    report = Report()
    text = _("“%(name)s” is purged; everything is in %(file)s.")
    values = {"tables": dict(remains.tables), "pages": remains.pages, "backup": str(path)}
    report.add([text % {"name": remains.title, "file": path}], plugin=plugin, **values)
    return report


def _what(remains: Remains) -> list[str]:
    rows = [f"    {table}: {count}" for table, count in remains.tables.items()]
    text = _("%(pages)d pages, %(public)d of which are public and will answer 410.")
    pages = text % {"pages": remains.pages, "public": remains.public_pages}
    return [_("“%(name)s” has left behind:") % {"name": remains.title}, *rows, f"    {pages}"]


def _ask(plugin: str, console: Console) -> None:
    if not sys.stdin.isatty():
        raise Refused(_("There is nobody to ask; --yes answers for a script."))
    if console.input(_("Type the plug-in's name to go on: ")).strip() != plugin:
        raise Refused(_("Nothing was taken away."))


def _new_file(plugin: str) -> Path:
    folder = Path(settings.DATA_DIR) / "purged"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{plugin}-{timezone.localtime():%Y%m%d-%H%M%S}.ndjson.gz"
