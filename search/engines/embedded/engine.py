"""The embedded engine: SQLite's FTS5 in a file of its own, beside any database, without a service."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock

from django.utils.translation import gettext_noop as _

from search.documents import SearchDocument, Tombstone
from search.engines.contract import Capabilities, EngineAway, Failure, IndexState, SearchAnswer, SearchRequest

from .building import EmbeddedNewIndex
from .completing import complete
from .files import IndexFolder, Pointer
from .opened import OpenIndex
from .schema import WrongFormat, create_index, get_state, open_index
from .searching import answer
from .writing import prepare, write

_REMEDY = "“manage.py search rebuild” makes a new one."
_CAPABILITIES = Capabilities(
    name="embedded",
    exact_totals_up_to=10_000_000,
    keeps_former_index=True,
    is_shared_by_processes=True,
    notes=(
        _("The index is a file on this machine: processes of one machine share it, machines do not."),
        _("Words that more than 6,000 documents hold are ordered by titles, legal force and day alone."),
        _("Former states of documents take room until the next rebuild."),
    ),
)


class EmbeddedEngine:
    """Index files in ``folder``; safe for threads, and for processes of one machine."""

    capabilities = _CAPABILITIES

    def __init__(self, folder: Path) -> None:
        self._folder = IndexFolder(folder)
        self._lock = Lock()
        self._opened: OpenIndex | None = None
        self._stamp = (0, 0)
        self._building: dict[str, EmbeddedNewIndex] = {}

    def search(self, request: SearchRequest) -> SearchAnswer:
        """Answer one question."""
        with self._serving() as (index, connection), index.reading(connection) as snapshot:
            return answer(connection, snapshot, request)

    def complete(self, tokens: Sequence[str], *, district: str = "", limit: int = 10) -> list[str]:
        """Titles that hold ``tokens`` as a phrase of which the last token may be cut short; best first."""
        with self._serving() as (index, connection), index.reading(connection) as snapshot:
            return complete(connection, snapshot, tokens, district=district, limit=limit)

    def apply(self, changes: Iterable[SearchDocument | Tombstone]) -> list[Failure]:
        """Write changes, whose order does not matter."""
        prepared, failures = prepare(changes)
        with self._serving() as (_index, connection):
            write(connection, prepared)
        return failures

    def versions(self) -> Iterator[tuple[int, int]]:
        """(key, version) of every living document, ordered by key, as of one moment."""
        with self._serving() as (_index, connection):
            found = connection.execute("SELECT key, version FROM docs ORDER BY key").fetchall()
        return iter(found)

    @contextmanager
    def new_index(self, name: str) -> Iterator[EmbeddedNewIndex]:
        """Begin, or go on with, an index called ``name``; a damaged or old file of that name is begun anew."""
        with self._away():
            building = self._building[name] = EmbeddedNewIndex(name, self._open_or_create(name))
            try:
                yield building
                building.finish()
            finally:
                del self._building[name]
                building.close()

    def swap(self, name: str) -> None:
        """From now on ``name`` answers; the one before is kept, the one before that is deleted."""
        with self._away():
            if name not in self._folder.names():
                raise LookupError(f"There is no index called {name!r}.")
            pointer = self._folder.pointer()
            if name == pointer.serving:
                return
            if name in self._building:
                self._building[name].finish()
            self._folder.point(Pointer(serving=name, former=pointer.serving))
            if pointer.former not in {"", name}:
                self._folder.remove(pointer.former)

    def roll_back(self) -> str:
        """Let the former index answer again; a second time returns to the present one."""
        with self._away():
            pointer = self._folder.pointer()
            if pointer.former not in self._folder.names():
                raise LookupError("There is no former index.")
            self._folder.point(Pointer(serving=pointer.former, former=pointer.serving))
            return pointer.former

    def indexes(self) -> list[IndexState]:
        """Every index that can be read, the newest first."""
        with self._away():
            states = [state for name in self._folder.names() if (state := self._state(name))]
            return sorted(states, key=lambda state: state.created_at, reverse=True)

    def drop(self, name: str) -> None:
        """Forget an index that does not answer."""
        with self._away():
            pointer = self._folder.pointer()
            if name == pointer.serving:
                raise ValueError(f"The index {name!r} is the one that answers.")
            if name == pointer.former:
                self._folder.point(Pointer(serving=pointer.serving))
            self._folder.remove(name)

    def close(self) -> None:
        """Close every file; the next use opens them again."""
        with self._lock:
            opened, self._opened, self._stamp = self._opened, None, (0, 0)
        if opened:
            opened.close()

    @contextmanager
    def _serving(self) -> Iterator[tuple[OpenIndex, sqlite3.Connection]]:
        with self._away():
            try:
                index, connection = self._connected()
                with index.keeping(connection):
                    yield index, connection
            except (sqlite3.Error, WrongFormat):
                self.close()  # whatever it was, nothing of it is believed
                raise

    def _connected(self) -> tuple[OpenIndex, sqlite3.Connection]:
        """The index that answers, opened; one that two swaps deleted before it was opened is asked for anew."""
        while True:
            stamp = self._folder.stamp()
            try:
                return (index := self._current()), index.take()
            except sqlite3.Error:
                if stamp == self._folder.stamp():
                    raise

    def _current(self) -> OpenIndex:
        stamp = self._folder.stamp()
        with self._lock:
            if self._opened and stamp == self._stamp:
                return self._opened
            name = self._folder.pointer().serving
            if not name:
                raise EngineAway(f"There is no search index yet. {_REMEDY}")
            if not self._opened or self._opened.name != name:
                former, self._opened = self._opened, OpenIndex(name, self._folder.file_of(name))
                if former:
                    former.close()
            self._stamp = stamp
            return self._opened

    def _open_or_create(self, name: str) -> sqlite3.Connection:
        path = self._folder.file_of(name)
        if path.exists():
            with suppress(sqlite3.DatabaseError, WrongFormat):
                return open_index(path)
            self._folder.remove(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        return create_index(path)

    def _state(self, name: str) -> IndexState | None:
        with suppress(sqlite3.Error, WrongFormat):
            connection = open_index(self._folder.file_of(name))
            try:
                (documents,) = connection.execute("SELECT count(*) FROM docs").fetchone()
                created_at = dt.datetime.fromisoformat(get_state(connection, "created_at"))
                return IndexState(name, name == self._folder.pointer().serving, documents, created_at)
            finally:
                connection.close()
        return None

    @contextmanager
    def _away(self) -> Iterator[None]:
        try:
            yield
        except WrongFormat as error:
            raise EngineAway(f"The search index {error} was made by another version. {_REMEDY}") from error
        except (sqlite3.Error, OSError) as error:
            raise EngineAway(f"The search index in {self._folder.path} cannot be used: {error}. {_REMEDY}") from error
