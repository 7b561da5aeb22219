"""The processes that build documents for a rebuild. Nothing here may load a model before Django is set up."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing.connection import wait
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.engines.contract import Prepared

    from .chunks import Preparation

#: Fewer pages are built before another process has started.
WORTHWHILE = 5_000
#: More would wait for the one that writes.
MOST = 4


def processes_for(pages: int) -> int:
    """How many processes build beside the one that writes; 0 when they are not worth their start.

    As many as processors: writing takes less than building, so that the last processor has time for both.
    """
    processors = os.cpu_count() or 1
    return min(MOST, processors) if pages >= WORTHWHILE and processors > 1 else 0


def pool_of(processes: int) -> ProcessPoolExecutor:
    """Processes with Django set up; spawned, as a forked one would share connections and locks of threads."""
    return ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"), initializer=_set_up)


def prepared_there(keys: Sequence[int], prepare: Preparation) -> Prepared:
    """What :func:`~search.building.chunks.prepared_now` makes, called in another process."""
    from .chunks import prepared_now  # not before the process is set up

    return prepared_now(keys, prepare)


def _set_up() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal tells all processes; the one that started them decides
    Thread(target=_end_with_the_parent, daemon=True).start()
    import django

    django.setup()


def _end_with_the_parent() -> None:
    """A parent that was killed closes nothing: its children would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
