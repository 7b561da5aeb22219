"""Which engines this installation has; each is made once in a process."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from .contract import Engine


def configured_engines() -> list[str]:
    """Names of the engines that are kept up to date: the one that answers, and the one that stands in for it."""
    return list(dict.fromkeys(filter(None, [settings.SEARCH_ENGINE, settings.SEARCH_FALLBACK_ENGINE])))


def engine_named(name: str) -> Engine:
    """The engine called ``name``. Raises ``ImproperlyConfigured`` when ``SEARCH_ENGINES`` knows none of that name."""
    if name not in settings.SEARCH_ENGINES:
        known = ", ".join(settings.SEARCH_ENGINES)
        raise ImproperlyConfigured(f"There is no search engine called {name!r}; there are: {known}")
    return _made(settings.SEARCH_ENGINES[name])


@cache
def _made(path: str) -> Engine:
    factory: Callable[[], Engine] = import_string(path)
    return factory()
