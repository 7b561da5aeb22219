"""An installation whose engine is the slow, plain one of ``memory_engine.py``."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.registry import engine_named
from search.models import IndexPosition
from tests.search.elasticsearch import engine_of_its_own, forget_indexes
from tests.search.memory_engine import MemoryEngine


@pytest.fixture
def unbuilt_engine(settings) -> Iterator[MemoryEngine]:
    """The engine that answers; nothing has been built in it."""
    settings.SEARCH_ENGINES = {"memory": "tests.search.memory_engine.MemoryEngine"}
    settings.SEARCH_ENGINE, settings.SEARCH_FALLBACK_ENGINE = "memory", ""
    forget_engines()
    yield engine_named("memory")
    forget_engines()


@pytest.fixture
def engine(unbuilt_engine, db) -> MemoryEngine:
    """The engine with an empty index that answers, and that is told every change from now on."""
    with unbuilt_engine.new_index("first"):
        unbuilt_engine.swap("first")
    IndexPosition.objects.create(engine="memory", index="first", version=0)
    return unbuilt_engine


@pytest.fixture
def elasticsearch_engine(elasticsearch_url: str) -> Iterator[ElasticsearchEngine]:
    """An engine on the cluster of ``TEST_ELASTICSEARCH_URL``, without an index; those of the test go when it ends."""
    engine = engine_of_its_own(elasticsearch_url)
    yield engine
    forget_indexes(engine)
    engine.client.close()


def forget_engines() -> None:
    """Make every engine anew."""
    from search.engines.registry import _made

    _made.cache_clear()
