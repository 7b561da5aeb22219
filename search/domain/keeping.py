"""Keep the engines up to date as long as the process lives."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.db import close_old_connections, transaction

from search.engines.contract import EngineAway
from search.engines.registry import configured_engines, engine_named
from search.outbox.delivering import Delivered, ForeignIndex, NoIndex, position_of
from search.outbox.waking import wait
from search.outbox.work import work

from .forgetting import forget_old_counts
from .locking import Busy
from .rebuilding import rebuild

logger = logging.getLogger(__name__)
#: Other processes cannot wake this one, so it looks by itself this often.
POLL_SECONDS = 0.5
#: How often engines are asked whether they have an index at all.
LOOK_SECONDS = 15.0
#: How often counts of searches that are too old are deleted.
FORGET_SECONDS = 3600.0


def keep_up(
    *, is_over: Callable[[], bool], replaces_foreign: bool, told: Callable[[dict[str, Delivered]], None] | None = None
) -> None:
    """Work until ``is_over``; nothing that goes wrong ends it. An engine without an index gets its first one.

    ``replaces_foreign``: also one that answers from an index of another database. Where engines are shared over the
    network that may be a mistake in the settings, which two installations would go on correcting for ever.
    """
    look_again_at = forget_again_at = 0.0
    while not is_over():
        try:
            _leave_old_connections()
            if time.monotonic() >= look_again_at:
                build_what_lacks(replaces_foreign=replaces_foreign)
                look_again_at = time.monotonic() + LOOK_SECONDS
            if time.monotonic() >= forget_again_at:
                forget_old_counts()
                forget_again_at = time.monotonic() + FORGET_SECONDS
            done = work()
            if told is not None:
                told(done)
        except Exception:
            logger.exception("the delivery to the search engines failed; it goes on")
        finally:
            _leave_old_connections()
        wait(POLL_SECONDS)


def _leave_old_connections() -> None:
    """As Django does around a request: a connection that is broken, or too old, is not used again."""
    if not transaction.get_connection().in_atomic_block:
        close_old_connections()


def build_what_lacks(*, replaces_foreign: bool) -> None:
    """A first index for every engine that answers and has none."""
    for name in configured_engines():
        try:
            position_of(name, engine_named(name))
        except ForeignIndex:
            if replaces_foreign:
                _build(name)
        except NoIndex:
            _build(name)
        except EngineAway:
            continue  # the delivery will write down why


def _build(name: str) -> None:
    try:
        rebuild(name=name)
    except Busy:
        logger.info("another process builds the index of %s", name)
