"""What a public page shows beside its own fields.

The rooms above the tree know listings, breadcrumbs and meta tags. They install a builder for a kind of page here when
the process starts, as the gate takes its keepers; a kind without a builder shows its own fields only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.models import Page

Builder = Callable[[Any, HttpRequest], dict[str, Any]]
Part = Callable[[Any, HttpRequest], HttpResponseBase]
_builders: dict[type[Page], Builder] = {}
_parts: dict[type[Page], dict[str, Part]] = {}


def install_context(kind: type[Page], builder: Builder) -> None:
    """Let ``builder(page, request)`` add to the template context of ``kind`` and of what derives from it."""
    _builders[kind] = builder


def context_of(page: Page, request: HttpRequest) -> dict[str, Any]:
    """What the builder of the nearest kind says about ``page``; nothing when none is installed."""
    for kind in type(page).__mro__:
        if kind in _builders:
            return _builders[kind](page, request)
    return {}


def install_part(kind: type[Page], name: str, view: Part) -> None:
    """Let ``view(page, request)`` answer below the address of public content of ``kind``.

    ``editions`` answers at ``…/<slug>/editions/``, and a name with a dot at ``…/<slug>/document.pdf``. Nothing else
    stands below content, so a part hides no page.
    """
    _parts.setdefault(kind, {})[name] = view


def part_of(page: Page, name: str) -> Part | None:
    """What answers to ``name`` below ``page``, if anything does."""
    return next((_parts[kind][name] for kind in type(page).__mro__ if name in _parts.get(kind, {})), None)


def part_names() -> frozenset[str]:
    """Every name that some kind of content has a part of."""
    return frozenset(name for parts in _parts.values() for name in parts)
