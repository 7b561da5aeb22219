"""The look of a page: which partials show it, and what a theme adds. The room of themes installs where looks come from.

Partials on the closed list are shown by ``{% include theme.partials.<name> %}``, slots by ``theme.slots.<name>`` where
something fills them. Everything else in the templates is the skeleton, which no theme changes: the levels of the
disclosure column, headings, breadcrumbs and meta tags are looked for by inspectors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Protocol

from django.http import HttpRequest

from .place import Place

#: Every partial that a theme may show in its own way, and the template that shows it without one.
OPEN_PARTIALS: Mapping[str, str] = MappingProxyType(
    {
        name: f"disclosure_pages/includes/{name}.html"
        for name in (
            *("reading_bar", "masthead", "breadcrumbs", "footer"),
            *("entry_statutory", "entry_on_request", "entry_plain", "entry_group"),
            *("newest", "rows", "column_tiles", "header_rows", "files", "neighbours"),
        )
    }
)
#: Places of the skeleton that are empty unless a theme fills them.
SLOTS: tuple[str, ...] = ("home_lead", "before_footer")


@dataclass(frozen=True)
class Look:
    """How the pages of a place are shown.

    ``partials`` and ``slots`` hold what ``{% include %}`` takes. ``stylesheets`` are addresses, after those of the
    skeleton in their order; ``logo`` and ``banner`` too. ``facts`` take the place of fields of ``Place`` in the footer.
    ``preview`` is the title of a look that is not public, empty for the one that is; ``end_preview`` is where a form
    posts ``next`` to end it.
    """

    theme: str = "base"
    partials: Mapping[str, Any] = field(default_factory=lambda: OPEN_PARTIALS)
    slots: Mapping[str, Any] = field(default_factory=dict)
    stylesheets: tuple[str, ...] = ()
    logo: str = ""
    banner: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    is_grey: bool = False
    preview: str = ""
    end_preview: str = ""

    def dress(self, place: Place) -> Place:
        """The place as its footer shows it."""
        changes: dict[str, Any] = dict(self.facts)
        return replace(place, **changes) if changes else place


class Looks(Protocol):
    """Where looks come from."""

    def of(self, request: HttpRequest, place: Place, *, unit_id: int | None) -> Look:
        """The look of ``place``, or of one of its units."""

    def key(self, request: HttpRequest) -> str:
        """What tells kept pages apart: another one whenever a look changes, at once. No query while it is known."""

    def is_preview(self, request: HttpRequest) -> bool:
        """Whether the request may be shown what is not public; nothing is kept of it then."""


PLAIN = Look()
_installed: list[Looks] = []


def install_looks(looks: Looks) -> None:
    """Let ``looks`` say how public pages are shown."""
    _installed[:] = [looks]


def look_of(request: HttpRequest, place: Place, *, unit_id: int | None = None) -> Look:
    """The look of ``place``; the plain one where no room of themes is installed."""
    return _installed[0].of(request, place, unit_id=unit_id) if _installed else PLAIN


def look_key(request: HttpRequest) -> str:
    """Part of the key of kept pages."""
    return _installed[0].key(request) if _installed else ""


def is_look_preview(request: HttpRequest) -> bool:
    """Whether ``request`` may be answered by a look that is not public."""
    return bool(_installed) and _installed[0].is_preview(request)
