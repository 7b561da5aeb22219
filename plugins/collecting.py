"""What plug-ins add, asked once in the life of a process: each hook on its own, each answer checked.

A plug-in whose answer is wrong loses that answer and nothing else; the operator is told.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Final

from django.utils.module_loading import import_string

from .calling import Given, WrongAnswer, call
from .discovery import discovered
from .registry import is_closed

#: Of what each hook is asked for, as dotted names: some of them are costly to import.
KINDS: Final[dict[str, tuple[str, ...]]] = {
    "slot_parts": ("plugins.contributions.slots.SlotPart",),
    "public_addresses": ("django.urls.URLPattern", "django.urls.URLResolver"),
    "admin_addresses": ("django.urls.URLPattern", "django.urls.URLResolver"),
    "menu_entries": ("plugins.contributions.admin.MenuEntry",),
    "desk_panels": ("plugins.contributions.admin.DeskPanel",),
    "api_routers": ("ninja.Router",),
    "search_texts": ("plugins.contributions.work.SearchText",),
    "channels": ("plugins.contributions.work.Channel",),
    "measures": ("plugins.contributions.work.Measure",),
    "scheduled_jobs": ("plugins.contributions.work.Job",),
    "export_formats": ("plugins.contributions.work.ExportFormat",),
}
#: Seconds that a plug-in may take to say what it adds; it is asked once.
STARTING: Final = 5.0


@cache
def contributions(hook: str) -> tuple[Given[Any], ...]:
    """What the installed plug-ins add at ``hook``, one by one, by the names of the plug-ins and in their order.

    Raises ``RuntimeError`` before plug-ins are taken in: the answer would be kept, and be wrong.
    """
    if not is_closed():
        raise RuntimeError(f"“{hook}” is asked for before plug-ins are taken in.")
    check = _check_of(hook)
    answers = call(hook, active=discovered().names, check=check, budget=STARTING)
    return tuple(Given(given.plugin, one) for given in answers for one in given.answer)


def contributed_by(plugin: str, hook: str) -> list[Any]:
    """What one plug-in adds at ``hook``."""
    return [given.answer for given in contributions(hook) if given.plugin == plugin]


def _check_of(hook: str) -> Callable[[Any], tuple[Any, ...]]:
    kinds = tuple(import_string(name) for name in KINDS[hook])

    def check(answer: Any) -> tuple[Any, ...]:
        try:
            found = tuple(answer)
        except TypeError as error:
            raise WrongAnswer(f"several {_words(kinds)} are asked for, not {type(answer).__name__}") from error
        for one in found:
            if not isinstance(one, kinds):
                raise WrongAnswer(f"{_words(kinds)} is asked for, not {type(one).__name__}")
        return found

    return check


def _words(kinds: tuple[type, ...]) -> str:
    return " or ".join(kind.__name__ for kind in kinds)
