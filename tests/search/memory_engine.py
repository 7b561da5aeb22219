"""An engine that keeps everything in memory and looks at every document: slow, and plainly right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from django.utils import timezone

from search.documents import SearchDocument, Tombstone
from search.engines.contract import Capabilities, EngineAway, Failure, IndexState, Prepared


def prepare(documents: Iterable[SearchDocument]) -> Prepared:
    """Documents are kept as they are."""
    return Prepared(list(documents), [])


class MemoryIndex:
    """One index: documents and tombstones by their keys."""

    prepare = staticmethod(prepare)

    def __init__(self, name: str, engine: MemoryEngine) -> None:
        self.name = name
        self.engine = engine
        self.entries: dict[int, SearchDocument | Tombstone] = {}
        self.created_at = timezone.now()

    def documents(self) -> dict[int, SearchDocument]:
        return {key: entry for key, entry in sorted(self.entries.items()) if isinstance(entry, SearchDocument)}

    def load(self, prepared: Prepared) -> list[Failure]:
        return [*prepared.failures, *self.apply(prepared.entries)]

    def apply(self, changes: Iterable[SearchDocument | Tombstone]) -> list[Failure]:
        failures = []
        for change in changes:
            self.engine.count_down()
            if change.key in self.engine.refused:
                failures.append(Failure(change.key, "refused"))
                continue
            before = self.entries.get(change.key)
            if before is None or before.version < change.version:
                self.entries[change.key] = change
        return failures


class MemoryEngine:
    """The contract, without anything clever. ``is_away`` and ``refused`` make it fail as engines do."""

    capabilities = Capabilities(
        "memory", exact_totals_up_to=10**9, keeps_former_index=True, is_shared_by_processes=False
    )

    def __init__(self) -> None:
        self.all: dict[str, MemoryIndex] = {}
        self.serving = ""
        self.former = ""
        self.is_away = False
        self.refused: set[int] = set()
        self.changes_until_away: int | None = None

    def count_down(self) -> None:
        """Be away from the moment when so many changes have been taken."""
        if self.changes_until_away is not None:
            self.changes_until_away -= 1
            if self.changes_until_away < 0:
                self.is_away = True
                self._check()

    @property
    def index(self) -> MemoryIndex:
        self._check()
        if not self.serving:
            raise EngineAway("no index")
        return self.all[self.serving]

    def apply(self, changes: Iterable[SearchDocument | Tombstone]) -> list[Failure]:
        return self.index.apply(changes)

    def versions(self) -> Iterator[tuple[int, int]]:
        return iter([(key, document.version) for key, document in self.index.documents().items()])

    @contextmanager
    def new_index(self, name: str) -> Iterator[MemoryIndex]:
        self._check()
        yield self.all.setdefault(name, MemoryIndex(name, self))

    def swap(self, name: str) -> None:
        self._check()
        if name != self.serving:
            self.former, self.serving = self.serving, name

    def roll_back(self) -> str:
        self._check()
        if not self.former:
            raise LookupError("no former index")
        self.former, self.serving = self.serving, self.former
        return self.serving

    def indexes(self) -> list[IndexState]:
        self._check()
        newest_first = sorted(self.all.values(), key=lambda index: index.created_at, reverse=True)
        return [
            IndexState(index.name, index.name == self.serving, len(index.documents()), index.created_at)
            for index in newest_first
        ]

    def drop(self, name: str) -> None:
        del self.all[name]

    def _check(self) -> None:
        if self.is_away:
            raise EngineAway("nobody answers")
