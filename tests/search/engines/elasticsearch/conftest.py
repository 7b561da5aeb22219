"""The engine on a real cluster, without and with an index."""

from __future__ import annotations

import pytest

from search.engines.elasticsearch.engine import ElasticsearchEngine


@pytest.fixture
def unbuilt(elasticsearch_engine: ElasticsearchEngine) -> ElasticsearchEngine:
    """An engine without an index."""
    return elasticsearch_engine


@pytest.fixture
def engine(unbuilt: ElasticsearchEngine) -> ElasticsearchEngine:
    """An engine whose index is empty."""
    with unbuilt.new_index("first"):
        unbuilt.swap("first")
    return unbuilt
