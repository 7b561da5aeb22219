"""What counts once, whoever sends it again: kept in the cache, in one step that one of many wins."""

from __future__ import annotations

from django.core.cache import cache


def use_once(name: str, *, seconds: int) -> bool:
    """``False`` when ``name`` was used within ``seconds``."""
    return bool(cache.add(name, True, seconds))


def was_used(name: str) -> bool:
    """Whether it is used up."""
    return bool(cache.get(name))
