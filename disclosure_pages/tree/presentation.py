"""What a public page shows beside its own fields.

The rooms above the tree know listings, breadcrumbs and meta tags. They install a builder for a kind of page here when
the process starts, as the gate takes its keepers; a kind without a builder shows its own fields only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

Builder = Callable[[Any, HttpRequest], dict[str, Any]]
_builders: dict[type[Page], Builder] = {}


def install_context(kind: type[Page], builder: Builder) -> None:
    """Let ``builder(page, request)`` add to the template context of ``kind`` and of what derives from it."""
    _builders[kind] = builder


def context_of(page: Page, request: HttpRequest) -> dict[str, Any]:
    """What the builder of the nearest kind says about ``page``; nothing when none is installed."""
    for kind in type(page).__mro__:
        if kind in _builders:
            return _builders[kind](page, request)
    return {}
