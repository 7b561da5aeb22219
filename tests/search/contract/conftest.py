"""The engines that keep the contract: every test of this folder runs on each of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from search.engines.contract import Engine
from search.engines.embedded.engine import EmbeddedEngine

ENGINES = ["embedded", pytest.param("elasticsearch", marks=pytest.mark.engine("elasticsearch"))]


@pytest.fixture(params=ENGINES)
def unbuilt(request: pytest.FixtureRequest) -> Engine:
    """An engine without an index."""
    engine: Engine = request.getfixturevalue(f"{request.param}_engine")
    return engine


@pytest.fixture
def engine(unbuilt: Engine) -> Engine:
    """An engine whose index is empty."""
    with unbuilt.new_index("first"):
        pass
    unbuilt.swap("first")
    return unbuilt


@pytest.fixture
def embedded_engine(tmp_path: Path) -> Iterator[EmbeddedEngine]:
    engine = EmbeddedEngine(tmp_path / "search")
    yield engine
    engine.close()
