"""What ``starttheme`` writes: the files below ``starter/``, with the name of the theme in their places."""

from __future__ import annotations

import re
from pathlib import Path

from .manifest import LONGEST_NAME

STARTER = Path(__file__).with_name("starter")
SUFFIX = ".starter"  # so that no tool takes the patterns for code
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class CannotStart(Exception):
    """The package cannot be written; the message says why."""


def write_package(*, name: str, folder: Path) -> list[Path]:
    """Write a package with the theme ``name`` into ``folder``, which must not exist; returns its files in order.

    Raises :class:`CannotStart` for a name that no theme can have, and for a folder that is there.
    """
    if not _NAME.fullmatch(name) or len(name) > LONGEST_NAME:
        raise CannotStart(
            f"The name {name!r} is not made of small letters, digits and hyphens, {LONGEST_NAME} at most."
        )
    if folder.exists():
        raise CannotStart(f"{folder} exists already.")
    module = f"{name.replace('-', '_')}_theme"
    written = []
    for pattern in sorted(STARTER.rglob(f"*{SUFFIX}")):
        place = pattern.relative_to(STARTER).as_posix().removesuffix(SUFFIX).replace("__module__", module)
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        text = pattern.read_text(encoding="utf-8")
        path.write_text(text.replace("__module__", module).replace("__name__", name), encoding="utf-8")
        written.append(path)
    return written
