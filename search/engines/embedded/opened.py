"""An index file in use by this process: its connections, one a thread at a time, and what is remembered of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from .schema import open_index
from .snapshot import Behind, Memory, Snapshot
from .writing import transaction

_KEPT = 16


class OpenIndex:
    """The index file at ``path``."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self._path = path
        self._memory = Memory()
        self._free: list[sqlite3.Connection] = []
        self._lock = Lock()
        self._is_closed = False

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """A connection for this thread; it goes back when the block ends, and is thrown away when that failed."""
        connection = self._take()
        try:
            yield connection
        except BaseException:
            connection.close()
            raise
        self._give_back(connection)

    @contextmanager
    def reading(self) -> Iterator[tuple[sqlite3.Connection, Snapshot]]:
        """A connection that sees one state of the index, with all that is remembered of that state."""
        with self.connection() as connection:
            while True:
                with transaction(connection), suppress(Behind):
                    yield connection, self._memory.refresh(connection)
                    return

    def close(self) -> None:
        """Close what is free; what is in use is closed when it comes back."""
        with self._lock:
            self._is_closed = True
            free, self._free = self._free, []
        for connection in free:
            connection.close()

    def _take(self) -> sqlite3.Connection:
        with self._lock:
            if self._free:
                return self._free.pop()
        return open_index(self._path)

    def _give_back(self, connection: sqlite3.Connection) -> None:
        with self._lock:
            if not self._is_closed and len(self._free) < _KEPT:
                self._free.append(connection)
                return
        connection.close()
