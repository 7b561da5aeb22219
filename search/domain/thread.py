"""The thread of a server process that delivers, where no worker of its own does. One of all processes has it."""

from __future__ import annotations

import logging
import os
import threading
import time
from typing import Any

from django.conf import settings

from search.engines.registry import configured_engines
from search.enums import Delivery

from .keeping import keep_up
from .locking import Busy, exclusive

logger = logging.getLogger(__name__)
RETRY_SECONDS = 5.0

_lock = threading.Lock()
_process = 0


def begin_delivery(**kwargs: Any) -> None:
    """Begin to deliver in this process unless it does so already. Called with the first request that it answers.

    Not when the server starts: threads do not survive a fork. Commands and tests answer no requests.
    """
    global _process  # noqa: PLW0603  (one thread a process; a forked one is another)
    if _process == os.getpid() or settings.SEARCH_DELIVERY != Delivery.THREAD or not configured_engines():
        return
    with _lock:
        if _process == os.getpid():
            return
        _process = os.getpid()
        threading.Thread(target=_deliver, name="search-delivery", daemon=True).start()


def _deliver() -> None:
    """Wait for the lock, which another process may hold until it ends, and deliver from then on."""
    while True:
        try:
            with exclusive("delivery"):
                keep_up(is_over=lambda: False, replaces_foreign=True)
        except Busy:
            time.sleep(RETRY_SECONDS)
        except Exception:
            logger.exception("the delivery to the search engines cannot begin")
            time.sleep(RETRY_SECONDS)
