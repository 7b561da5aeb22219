"""Engines on the cluster of ``TEST_ELASTICSEARCH_URL``, and how to empty them."""

from __future__ import annotations

import secrets
import time

from disclosure_pages.documents.force.enums import LegalForce
from search.engines.elasticsearch.connection import Cluster
from search.engines.elasticsearch.engine import ElasticsearchEngine


def engine_of_its_own(url: str) -> ElasticsearchEngine:
    """Without an index, and with an alias that nobody else has."""
    return ElasticsearchEngine(
        cluster=Cluster(urls=(url,), timeout=30),
        alias=f"test-{secrets.token_hex(6)}",
        forces=tuple(LegalForce.values),
        replicas=0,
        is_found_at_once=True,
    )


def built_anew(engine: ElasticsearchEngine) -> None:
    """One index, which is empty, and forgets the versions of what is deleted from it."""
    forget_indexes(engine)
    with engine.new_index("first"):
        engine.swap("first")
    engine.client.indices.put_settings(index=engine.alias, settings={"gc_deletes": "0s"})


def is_as_built(engine: ElasticsearchEngine) -> bool:
    """Whether the engine has the one index of :func:`built_anew`."""
    return [(state.name, state.is_serving) for state in engine.indexes()] == [("first", True)]


def forget_documents(engine: ElasticsearchEngine) -> None:
    """Delete everything from the index that answers, tombstones as well, as if it had never been."""
    if not is_as_built(engine):
        return  # the next test builds anew
    found = engine.client.search(index=engine.alias, source=False, size=10_000)["hits"]["hits"]
    if found:
        engine.client.bulk(index=engine.alias, operations=[{"delete": {"_id": hit["_id"]}} for hit in found])
        while _remembered(engine):
            engine.client.indices.refresh(index=engine.alias)
            time.sleep(0.02)


def _remembered(engine: ElasticsearchEngine) -> int:
    """Octets that hold versions, of what was deleted as well."""
    stats = engine.client.indices.stats(index=engine.alias, metric="segments")
    return int(stats["_all"]["primaries"]["segments"]["version_map_memory_in_bytes"])


def forget_indexes(engine: ElasticsearchEngine) -> None:
    """Delete every index of the engine."""
    for state in engine.indexes():
        engine.client.indices.delete(index=f"{engine.alias}~{state.name}")
