"""Who takes part: the pluggy manager, filled when the process starts and closed then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any

import pluggy

from . import hookspecs

manager = pluggy.PluginManager(hookspecs.PROJECT)
manager.add_hookspecs(hookspecs)


class TooLate(RuntimeError):
    """Everything that takes part does so from the start: what registers later would never have been checked."""


_closed: list[bool] = []


def register(module: ModuleType, *, name: str) -> None:
    """Let ``module`` take part under ``name``; registering the same name again does nothing.

    Raises :class:`TooLate` when the process has started, and pluggy's ``PluginValidationError`` for a hook that there
    is none of, or with an argument that it does not get.
    """
    if manager.has_plugin(name):
        return
    if _closed:
        raise TooLate(f"“{name}” registers after the start; implement hooks in the module “hooks” of the app.")
    try:
        manager.register(module, name=name)
        manager.check_pending()
    except pluggy.PluginValidationError:
        manager.unregister(name=name)
        raise


def close() -> None:
    """Take no more."""
    _closed[:] = [True]


def is_closed() -> bool:
    """Whether everything that takes part has been taken in."""
    return bool(_closed)


def implementations_of(hook: str) -> list[tuple[str, Callable[..., Any]]]:
    """Who implements ``hook``, by name, those that ask to be last (``trylast``) behind the others.

    Raises ``AttributeError`` if there is no such hook.
    """
    found = sorted(getattr(manager.hook, hook).get_hookimpls(), key=lambda one: (one.trylast, one.plugin_name))
    return [(one.plugin_name, partial(_call, one)) for one in found]


def implements(name: str, hook: str) -> bool:
    """Whether ``name`` takes part at ``hook``."""
    return any(one == name for one, _implementation in implementations_of(hook))


def _call(implementation: pluggy.HookImpl, **arguments: Any) -> Any:
    """An implementation takes those arguments that it names, as with every pluggy hook."""
    return implementation.function(**{name: arguments[name] for name in implementation.argnames})
