"""Whichever engine answers: the one of the settings, or the one that stands in for it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TypeVar

from django.core.cache import cache

from search.engines.contract import Engine, EngineAway
from search.engines.registry import configured_engines, engine_named

logger = logging.getLogger(__name__)
#: So long an engine that is away is not asked again, if another one answers: readers would wait for it each time.
REST_SECONDS = 10
Answer = TypeVar("Answer")


class SearchRests(Exception):
    """No engine answers at present."""


def first_answer(ask: Callable[[Engine], Answer], *, engines: Sequence[str] = ()) -> tuple[str, Answer]:
    """The name of the first of ``engines`` (all that are configured) that answers, and what it says.

    Raises :class:`SearchRests` with the reason of the last one.
    """
    reason = "there is no search engine"
    for name in _in_turn(list(engines) or configured_engines()):
        try:
            return name, ask(engine_named(name))
        except EngineAway as error:
            reason = f"{name}: {error}"
            logger.warning("the search engine %s is away: %s", name, error)
            cache.set(_key(name), True, timeout=REST_SECONDS)
    raise SearchRests(reason)


def _in_turn(names: list[str]) -> list[str]:
    """``names``, those that were away a moment ago last."""
    return sorted(names, key=lambda name: bool(len(names) > 1 and cache.get(_key(name))))


def _key(name: str) -> str:
    return f"search:away:{name}"
