"""What ``manage.py`` does before Django reads its settings."""

from __future__ import annotations

import os
import sys
from collections.abc import MutableMapping, Sequence

DATA_DIR_OPTION = "--data-dir"
DATA_DIR_VARIABLE = "GONGKAI_DATA_DIR"


class MissingDataDir(ValueError):
    """``--data-dir`` stands last on the command line or has an empty value."""


def take_data_dir(arguments: Sequence[str], environment: MutableMapping[str, str]) -> list[str]:
    """Move ``--data-dir`` from the arguments to the environment and return the arguments without it.

    The settings are read before any command parses its arguments, and the database stands in the data folder;
    so the option cannot be an ordinary one. Everything after ``--`` is left alone. The last value wins, as in argparse.
    Raises :class:`MissingDataDir` when no folder follows the option.
    """
    kept: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            return [*kept, argument, *rest]
        if argument == DATA_DIR_OPTION:
            _remember(next(rest, ""), environment)
        elif argument.startswith(f"{DATA_DIR_OPTION}="):
            _remember(argument.removeprefix(f"{DATA_DIR_OPTION}="), environment)
        else:
            kept.append(argument)
    return kept


def _remember(folder: str, environment: MutableMapping[str, str]) -> None:
    if not folder:
        raise MissingDataDir(f"{DATA_DIR_OPTION} needs a folder")
    environment[DATA_DIR_VARIABLE] = folder


def settings_for(arguments: Sequence[str]) -> str:
    """The settings module that a command runs with: the demo has its own, all others those of a single machine."""
    return "cms.settings.demo" if arguments[1:2] == ["demo"] else "cms.settings.dev"


def main() -> None:
    """Run the command on ``sys.argv`` with the settings made for it unless the environment names others."""
    from django.core.management import execute_from_command_line

    try:
        arguments = take_data_dir(sys.argv, os.environ)
    except MissingDataDir as error:
        sys.exit(f"manage.py: {error}")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings_for(arguments))
    execute_from_command_line(arguments)
