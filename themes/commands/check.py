"""``themes check``: does a theme keep the contract?"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from cms.steps.report import Report
from themes.checking import faults_of_folder, faults_of_theme
from themes.discovery import discovered

NAME = "check"
HELP = "Does a theme keep the contract? A name, a folder with theme.toml, or all of them. Exit status 1 if not."


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "themes", nargs="*", metavar="NAME", help="names or folders; without one, all that are installed"
    )


def run(*, themes: list[str], **options: Any) -> Report:
    """Tell every fault of each."""
    found = discovered()
    names = themes or [*found.manifests, *(one.name for one in found.rejected)]
    faults = {name: _faults(name) for name in names}
    lines = [f"{name}: {fault}" for name, told in faults.items() for fault in told]
    lines += [_("%(name)s keeps the contract.") % {"name": name} for name, told in faults.items() if not told]
    return Report(lines, {"faults": faults}, is_failure=any(faults.values()))


def _faults(name: str) -> list[str]:
    folder = Path(name)
    return faults_of_folder(folder) if (folder / "theme.toml").is_file() else faults_of_theme(name)
