"""An index that is being built beside the one that answers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from search.documents import SearchDocument, Tombstone
from search.engines.contract import Failure, Prepared

from .writing import Change, prepare, write


class EmbeddedNewIndex:
    """Another thread writes what was loaded while the caller cuts the next texts.

    Until :meth:`finish` nothing is forced to the disk: a process that dies loses nothing, and a machine that loses its
    power in the middle of a build has to begin it anew.
    """

    prepare = staticmethod(prepare)

    def __init__(self, name: str, connection: sqlite3.Connection) -> None:
        self.name = name
        self._connection = connection
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="search-build")
        self._pending: Future[None] | None = None
        connection.execute("PRAGMA synchronous = OFF")

    def load(self, prepared: Prepared) -> list[Failure]:
        """Load documents; they are written when the next ones are loaded, or at the end of the block."""
        self._wait()
        self._pending = self._writer.submit(self._write, prepared.entries)
        return prepared.failures

    def apply(self, changes: Iterable[SearchDocument | Tombstone]) -> list[Failure]:
        """Write changes."""
        return self.load(prepare(changes))

    def finish(self) -> None:
        """Everything is written, and on the disk."""
        self._wait()
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """End the writing thread; what was given to it is written."""
        self._writer.shutdown()
        self._connection.close()

    def _wait(self) -> None:
        pending, self._pending = self._pending, None
        if pending:
            pending.result()

    def _write(self, prepared: Sequence[Change]) -> None:
        write(self._connection, prepared)
