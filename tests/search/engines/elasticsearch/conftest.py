"""An index of its own for each test, on the cluster of ``TEST_ELASTICSEARCH_URL``."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import pytest

from disclosure_pages.documents.force.enums import LegalForce
from search.engines.elasticsearch.connection import Cluster
from search.engines.elasticsearch.engine import ElasticsearchEngine


@pytest.fixture
def unbuilt(elasticsearch_url: str) -> Iterator[ElasticsearchEngine]:
    """An engine without an index; its indexes go when the test ends."""
    engine = ElasticsearchEngine(
        cluster=Cluster(urls=(elasticsearch_url,), timeout=30),
        alias=f"test-{secrets.token_hex(6)}",
        forces=tuple(LegalForce.values),
        replicas=0,
        is_found_at_once=True,
    )
    yield engine
    for index in engine.client.indices.get(index=f"{engine.alias}~*").body:
        engine.client.indices.delete(index=index)
    engine.client.close()


@pytest.fixture
def engine(unbuilt: ElasticsearchEngine) -> ElasticsearchEngine:
    """An engine whose index is empty."""
    with unbuilt.new_index("first"):
        unbuilt.swap("first")
    return unbuilt
