"""Keep the engines up to date as long as the process lives."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.db import close_old_connections

from search.engines.contract import EngineAway
from search.engines.registry import configured_engines, engine_named
from search.outbox.delivering import Delivered, NoIndex, position_of
from search.outbox.waking import wait
from search.outbox.work import work

from .locking import Busy
from .rebuilding import rebuild

logger = logging.getLogger(__name__)
#: Other processes cannot wake this one, so it looks by itself this often.
POLL_SECONDS = 1.0


def keep_up(
    *, is_over: Callable[[], bool], builds_first: bool, told: Callable[[dict[str, Delivered]], None] | None = None
) -> None:
    """Work until ``is_over``; nothing that goes wrong ends it. ``builds_first``: an index where an engine has none."""
    while not is_over():
        try:
            close_old_connections()
            if builds_first:
                build_what_lacks()
            done = work()
            if told is not None:
                told(done)
        except Exception:
            logger.exception("the delivery to the search engines failed; it goes on")
        finally:
            close_old_connections()
        wait(POLL_SECONDS)


def build_what_lacks() -> None:
    """A first index for every engine that answers, but has none that this database knows."""
    for name in configured_engines():
        try:
            position_of(name, engine_named(name))
        except NoIndex:
            try:
                rebuild(name=name)
            except Busy:
                logger.info("another process builds the index of %s", name)
        except EngineAway:
            continue  # the delivery will write down why
