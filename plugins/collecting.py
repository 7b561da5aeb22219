"""What plug-ins add, asked once in the life of a process: each hook on its own, each answer checked.

What is wrong is left out, and nothing else; the operator is told.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Final

from django.conf import settings
from django.utils import translation
from django.utils.module_loading import import_string

from .activation import active_plugins
from .calling import Given, WrongAnswer, as_it_is, ask, call
from .discovery import discovered
from .registry import is_closed

#: Of what each hook is asked for, as dotted names: some of them are costly to import.
KINDS: Final[dict[str, tuple[str, ...]]] = {
    "column_presets": ("plugins.contributions.columns.ColumnPreset",),
    "slot_parts": ("plugins.contributions.slots.SlotPart",),
    "public_addresses": ("django.urls.URLPattern", "django.urls.URLResolver"),
    "admin_addresses": ("django.urls.URLPattern", "django.urls.URLResolver"),
    "menu_entries": ("plugins.contributions.admin.MenuEntry",),
    "page_buttons": ("plugins.contributions.admin.PageButton",),
    "desk_panels": ("plugins.contributions.admin.DeskPanel",),
    "api_routers": ("ninja.Router",),
    "export_formats": ("plugins.contributions.files.ExportFormat",),
    "import_formats": ("plugins.contributions.files.ImportFormat",),
    "search_facets": ("plugins.contributions.searching.SearchFacet",),
    "search_texts": ("plugins.contributions.work.SearchText",),
    "channels": ("plugins.contributions.work.Channel",),
    "measures": ("plugins.contributions.work.Measure",),
    "report_figures": ("plugins.contributions.figures.FigureSource",),
    "scheduled_jobs": ("plugins.contributions.work.Job",),
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
    answers = call(hook, active=discovered().names, check=_several, budget=STARTING)
    check = _check_of(hook)
    found = (
        (given.plugin, ask(given.plugin, hook, check, one, check=as_it_is)) for given in answers for one in given.answer
    )
    return tuple(Given(plugin, one) for plugin, one in found if one is not None)


def active_contributions(hook: str, district: int | None, *, request: Any = None) -> list[Given[Any]]:
    """Those of :func:`contributions` whose plug-in is on for the district with the key ``district``."""
    added = contributions(hook)
    on = active_plugins(district, request=request) if added else frozenset[str]()
    return [given for given in added if given.plugin in on]


def _several(answer: Any) -> tuple[Any, ...]:
    if isinstance(answer, str):
        raise WrongAnswer("several things are asked for, not a text")
    return tuple(answer)


def _say(label: Any) -> None:
    """Raises what ``label`` raises, in any language of the site: later that would be on screens of everybody."""
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            str(label)


def _check_of(hook: str) -> Callable[[Any], Any]:
    kinds = tuple(import_string(name) for name in KINDS[hook])

    def check(one: Any) -> Any:
        if not isinstance(one, kinds):
            asked = " or ".join(kind.__name__ for kind in kinds)
            raise WrongAnswer(f"{asked} is asked for, not {type(one).__name__}")
        if hasattr(one, "pattern"):
            _compiled = one.pattern.regex  # raises for one that would take every address of the site down
        if hasattr(one, "label"):
            _say(one.label)
        return one

    return check
