"""The engines that keep the contract: every test of this folder runs on each of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from search.engines.contract import Engine
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.embedded.engine import EmbeddedEngine
from tests.search.elasticsearch import built_anew, engine_of_its_own, forget_documents, forget_indexes, is_as_built

ENGINES = ["embedded", pytest.param("elasticsearch", marks=pytest.mark.engine("elasticsearch"))]


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def unbuilt(engine_name: str, request: pytest.FixtureRequest) -> Engine:
    """An engine without an index."""
    engine: Engine = request.getfixturevalue(f"{engine_name}_engine")
    return engine


@pytest.fixture
def engine(engine_name: str, request: pytest.FixtureRequest) -> Engine:
    """An engine whose index is empty."""
    engine: Engine = request.getfixturevalue(f"built_{engine_name}_engine")
    return engine


@pytest.fixture
def embedded_engine(tmp_path: Path) -> Iterator[EmbeddedEngine]:
    engine = EmbeddedEngine(tmp_path / "search")
    yield engine
    engine.close()


@pytest.fixture
def built_embedded_engine(embedded_engine: EmbeddedEngine) -> EmbeddedEngine:
    with embedded_engine.new_index("first"):
        pass
    embedded_engine.swap("first")
    return embedded_engine


@pytest.fixture(scope="session")
def kept_elasticsearch_engine(elasticsearch_url: str) -> Iterator[ElasticsearchEngine]:
    """One for all tests: an index takes a second to make."""
    engine = engine_of_its_own(elasticsearch_url)
    yield engine
    forget_indexes(engine)
    engine.client.close()


@pytest.fixture
def built_elasticsearch_engine(kept_elasticsearch_engine: ElasticsearchEngine) -> Iterator[ElasticsearchEngine]:
    engine = kept_elasticsearch_engine
    if not is_as_built(engine):
        built_anew(engine)
    yield engine
    forget_documents(engine)
