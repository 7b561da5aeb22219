"""An index that is being built beside the one that answers."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from search.documents import SearchDocument, Tombstone
from search.engines.contract import Failure, Prepared

from .writing import prepare, send

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch


class ElasticsearchNewIndex:
    """Written to by an alias of its own. While the cluster takes one batch, the next one's texts are cut."""

    prepare = staticmethod(prepare)

    def __init__(self, name: str, client: Elasticsearch, alias: str) -> None:
        self.name = name
        self._client, self._alias = client, alias
        self._sender = ThreadPoolExecutor(max_workers=1, thread_name_prefix="search-build")
        self._pending: Future[list[Failure]] | None = None
        self._untold: list[Failure] = []

    def load(self, prepared: Prepared) -> list[Failure]:
        """Load documents; returned are those of the batch before that the cluster did not take."""
        failures = [*prepared.failures, *self.wait()]
        self._pending = self._sender.submit(send, self._client, self._alias, prepared.entries)
        return failures

    def apply(self, changes: Iterable[SearchDocument | Tombstone]) -> list[Failure]:
        """Write changes, and wait for all that is on its way."""
        return [*self.wait(), *send(self._client, self._alias, prepare(changes).entries)]

    def wait(self) -> list[Failure]:
        """What batches on their way met, told once. Raises ``EngineAway`` when one did not arrive."""
        self.arrive()
        failures, self._untold = self._untold, []
        return failures

    def arrive(self) -> None:
        """Nothing is on its way any more."""
        pending, self._pending = self._pending, None
        if pending:
            self._untold += pending.result()

    def close(self) -> None:
        """End the sending thread."""
        self._sender.shutdown()
