"""Takes the hooks of installed plug-ins in when the process has started, and asks what each adds.

What fails is left out. It is remembered here, not in the database, which may have no tables yet.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from .calling import Trouble, overheard
from .collecting import KINDS, contributions
from .discovery import Installed, discovered
from .registry import close, register

logger = logging.getLogger("gongkai.plugins")


@dataclass(frozen=True, slots=True)
class NotLoaded:
    """A plug-in without its hooks, and why."""

    plugin: str
    reason: str


_failures: dict[str, NotLoaded] = {}
_troubles: list[Trouble] = []


def load_hooks() -> None:
    """Import the modules of hooks and take no more after them."""
    for plugin in discovered().installed:
        try:
            _load(plugin)
        except (Exception, SystemExit) as error:  # whatever the code of a stranger does
            logger.exception("hooks could not be loaded", extra={"plugin": plugin.manifest.name})
            reason = f"{type(error).__name__}: {error}"
            _failures[plugin.manifest.name] = NotLoaded(plugin.manifest.name, reason)
    close()
    with overheard() as troubles:
        for hook in KINDS:
            contributions(hook)
    _troubles.extend(troubles)


def not_loaded() -> list[NotLoaded]:
    """Plug-ins that take part in nothing because their hooks could not be loaded."""
    return list(_failures.values())


def troubles_at_start() -> list[Trouble]:
    """What plug-ins answered wrong when they were asked what they add."""
    return list(_troubles)


def _load(plugin: Installed) -> None:
    name = plugin.manifest.hooks_module
    if find_spec(name) is not None:  # a plug-in of page types alone has none
        register(import_module(name), name=plugin.manifest.name)
