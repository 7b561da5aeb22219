"""Chunks of documents in their order, built by other processes while the caller writes those before."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from search.engines.contract import Prepared

from .chunks import Preparation, prepared_now
from .processes import pool_of, prepared_there, processes_for

logger = logging.getLogger(__name__)

Chunk = tuple[Sequence[int], Prepared]


def build_ahead(chunks: Iterable[Sequence[int]], prepare: Preparation, *, pages: int) -> Iterator[Chunk]:
    """The keys of each chunk and what ``prepare`` made of them; ``pages`` are about so many as all chunks hold.

    Each chunk is as new as the moment at which it was built, which is before it is asked for.
    """
    processes = processes_for(pages)
    if processes:
        yield from _build_elsewhere(iter(chunks), prepare, processes)
    else:
        yield from _build_here(chunks, prepare)


def _build_here(chunks: Iterable[Sequence[int]], prepare: Preparation) -> Iterator[Chunk]:
    for keys in chunks:
        yield keys, prepared_now(keys, prepare)


def _build_elsewhere(chunks: Iterator[Sequence[int]], prepare: Preparation, processes: int) -> Iterator[Chunk]:
    ordered: deque[tuple[Sequence[int], Future[Prepared]]] = deque()
    pool = pool_of(processes)
    try:
        while True:
            for keys in islice(chunks, processes + 2 - len(ordered)):
                ordered.append((keys, pool.submit(prepared_there, keys, prepare)))
            if not ordered:
                return
            yield ordered[0][0], ordered[0][1].result()
            ordered.popleft()
    except BrokenProcessPool:
        logger.warning("a process that builds search documents has ended; going on without any", exc_info=True)
        yield from _build_here([keys for keys, _future in ordered], prepare)
        yield from _build_here(chunks, prepare)
    finally:
        pool.shutdown(cancel_futures=True)
