"""Generations: a random name for each scope, replaced when what it stands for changes.

They live in the cache beside the pages. A generation that the cache dropped makes its pages stale, never fresh again,
because a new one never repeats an old one.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.core.cache import caches

ALIAS = "pages"
_FOREVER = None


def _key(scope: str) -> str:
    return f"generation:{scope}"


def end_generations(*scopes: str) -> None:
    """Make everything stale that was kept under one of ``scopes``. Call it after the change is committed."""
    caches[ALIAS].set_many({_key(scope): uuid.uuid4().hex for scope in scopes}, timeout=_FOREVER)


def read_generations(scopes: Iterable[str]) -> dict[str, str]:
    """The current generation of each scope that has one."""
    names = {_key(scope): scope for scope in scopes}
    return {names[key]: value for key, value in caches[ALIAS].get_many(names).items()}


def start_generations(scopes: Iterable[str]) -> dict[str, str]:
    """The current generation of each scope; one that has none gets one."""
    known = read_generations(scopes)
    for scope in scopes:
        if scope not in known:
            caches[ALIAS].add(_key(scope), uuid.uuid4().hex, timeout=_FOREVER)
    return known if len(known) == len(tuple(scopes)) else read_generations(scopes)
