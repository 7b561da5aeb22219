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

    def take(self) -> sqlite3.Connection:
        """A connection for this thread alone; raises ``sqlite3.Error`` once the file is gone or damaged."""
        with self._lock:
            if self._free:
                return self._free.pop()
        return open_index(self._path)

    @contextmanager
    def keeping(self, connection: sqlite3.Connection) -> Iterator[None]:
        """``connection`` goes back when the block ends, and is thrown away when that failed."""
        try:
            yield
        except BaseException:
            connection.close()
            raise
        self._give_back(connection)

    @contextmanager
    def reading(self, connection: sqlite3.Connection) -> Iterator[Snapshot]:
        """``connection`` sees one state of the index, with all that is remembered of that state."""
        while True:
            with transaction(connection), suppress(Behind):
                yield self._memory.refresh(connection)
                return

    def close(self) -> None:
        """Close what is free; what is in use is closed when it comes back."""
        with self._lock:
            self._is_closed = True
            free, self._free = self._free, []
        for connection in free:
            connection.close()

    def _give_back(self, connection: sqlite3.Connection) -> None:
        with self._lock:
            if not self._is_closed and len(self._free) < _KEPT:
                self._free.append(connection)
                return
        connection.close()
