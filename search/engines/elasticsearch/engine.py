"""The engine itself: each verb of the contract as a question to the cluster."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_noop as _

from search.documents import SearchDocument, Tombstone
from search.engines.contract import (
    Capabilities,
    Failure,
    IndexState,
    NewIndex,
    SearchAnswer,
    SearchRequest,
    facet_named,
)

from .asking import Asking
from .building import ElasticsearchNewIndex
from .connection import Cluster, connect
from .facets import is_complete
from .indexes import Indexes
from .questions import fingerprint
from .reading import answer_from
from .requests import search_body
from .writing import write

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch

CAPABILITIES: Final = Capabilities(
    name="elasticsearch",
    exact_totals_up_to=2**31 - 1,
    keeps_former_index=True,
    is_shared_by_processes=True,
    notes=(_("A change can be found after a second."), _("Beyond 10,000 hits only a cursor leads on.")),
)


@dataclass(frozen=True)
class ElasticsearchEngine:
    """Searches the indexes behind ``alias``. ``forces`` are all legal forces there are.

    With ``is_found_at_once`` a change can be found when it is written, as tests want it; else that takes a second.
    """

    cluster: Cluster
    alias: str
    forces: Sequence[str]
    shards: int = 1
    replicas: int = 1
    is_found_at_once: bool = False
    capabilities: Capabilities = CAPABILITIES
    _building: dict[str, ElasticsearchNewIndex] = field(default_factory=dict, init=False, compare=False, repr=False)

    @cached_property
    def client(self) -> Elasticsearch:
        """One for all threads of the process: it keeps the connections."""
        return connect(self.cluster)

    def search(self, request: SearchRequest) -> SearchAnswer:
        """Raises ``ValueError`` when the cursor is none."""
        response = self._asking.ask(search_body(request, self.forces), fingerprint(request.question))
        answer = answer_from(request, response)
        cut = [facet_named(name) for name, count in response.get("aggregations", {}).items() if not is_complete(count)]
        whole = {name: self._asking.all_values(request, name) for name in cut}
        return replace(answer, facets={**answer.facets, **whole}) if whole else answer

    def complete(self, tokens: Sequence[str], *, district: str = "", limit: int = 10) -> list[str]:
        """Titles that hold ``tokens``; the last one may be cut short."""
        return self._asking.titles(tokens, district=district, limit=limit) if tokens else []

    def apply(self, changes: Iterable[SearchDocument | Tombstone]) -> list[Failure]:
        """Write to the index that answers."""
        return write(self.client, self.alias, changes, is_found_at_once=self.is_found_at_once)

    def versions(self) -> Iterator[tuple[int, int]]:
        """(key, version) of every living document, ordered by key."""
        return self._asking.versions()

    @contextmanager
    def new_index(self, name: str) -> Iterator[NewIndex]:
        """Begin, or go on with, an index. What the last batch met and nobody was told is raised as ``ValueError``."""
        alias = self._indexes.create(name)
        building = self._building[name] = ElasticsearchNewIndex(name, self.client, alias)
        try:
            yield building
            if failures := building.wait():
                raise ValueError(f"The cluster did not take {len(failures)} documents: {failures[0].reason}")
        finally:
            del self._building[name]
            building.close()

    def swap(self, name: str) -> None:
        """Let ``name`` answer. Raises ``LookupError`` when there is none."""
        if name in self._building:
            self._building[name].arrive()
        self._indexes.swap(name)

    def roll_back(self) -> str:
        """Let the former index answer again; its name. Raises ``LookupError`` when there is none."""
        return self._indexes.roll_back()

    def indexes(self) -> list[IndexState]:
        """Every index, the newest first."""
        return self._indexes.states()

    def drop(self, name: str) -> None:
        """Forget ``name``. Raises ``ValueError`` when it answers."""
        self._indexes.drop(name)

    @property
    def _asking(self) -> Asking:
        return Asking(self.client, self.alias)

    @property
    def _indexes(self) -> Indexes:
        return Indexes(self.client, self.alias, self.shards, self.replicas)
