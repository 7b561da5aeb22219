"""Locks on content that the rooms above the tree know of; they install them when the process starts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wagtail.locks import BaseLock

    from .models import DisclosurePage

Finder = Callable[["DisclosurePage"], "BaseLock | None"]
_finders: list[Finder] = []


def install_lock(finder: Finder) -> None:
    """Let ``finder(page)`` say whether something locks a page that nothing else locks."""
    if finder not in _finders:
        _finders.append(finder)


def installed_lock(page: DisclosurePage) -> BaseLock | None:
    """The first installed lock on ``page``; ``None`` when it is free."""
    return next((lock for finder in _finders if (lock := finder(page)) is not None), None)
