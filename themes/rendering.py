"""A partial as ``{% include %}`` takes it: the theme's own, and where that fails its parents', down to the skeleton's.

A theme that fails costs its district its own masthead, not the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.template import Context

from disclosure_pages.public.looks import OPEN_PARTIALS, SLOTS

from .manifest import Manifest
from .partials import template_name

Alarm = Callable[[str, str, Exception], None]


@dataclass(frozen=True, slots=True)
class Partial:
    """Templates that show one partial, the nearest first: theme and template name; ``plain`` is the skeleton's.

    A slot has no ``plain``: it stays empty when everything fails.
    """

    name: str
    themed: tuple[tuple[str, str], ...]
    plain: str
    alarm: Alarm

    def render(self, context: Context) -> str:
        """What Django calls. Raises only what the skeleton's own template raises."""
        for theme, template in self.themed:
            try:
                return self._shown(template, context)
            except Exception as error:  # whatever a stranger's template does
                self.alarm(theme, self.name, error)
        return self._shown(self.plain, context) if self.plain else ""

    def _shown(self, template: str, context: Any) -> str:
        shown: str = context.template.engine.get_template(template).render(context)
        return shown


def partials_of(chain: tuple[str, ...], installed: Mapping[str, Manifest], *, alarm: Alarm) -> dict[str, Any]:
    """Every open partial: the skeleton's template, or a :class:`Partial` where a theme of ``chain`` has its own."""
    own = _own(chain, installed)
    return {
        name: Partial(name, tuple(own[name]), plain, alarm) if name in own else plain
        for name, plain in OPEN_PARTIALS.items()
    }


def slots_of(chain: tuple[str, ...], installed: Mapping[str, Manifest], *, alarm: Alarm) -> dict[str, Any]:
    """The slots that a theme of ``chain`` fills."""
    own = _own(chain, installed)
    return {name: Partial(name, tuple(own[name]), "", alarm) for name in SLOTS if name in own}


def _own(chain: tuple[str, ...], installed: Mapping[str, Manifest]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for theme in chain:
        for name in installed[theme].template_names() if theme in installed else ():
            if name in OPEN_PARTIALS or name in SLOTS:
                found.setdefault(name, []).append((theme, template_name(theme, name)))
    return found
