from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from search.engines.embedded.engine import EmbeddedEngine


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "search"


@pytest.fixture
def engine(folder: Path) -> Iterator[EmbeddedEngine]:
    """An engine whose index is empty."""
    engine = EmbeddedEngine(folder)
    with engine.new_index("first"):
        pass
    engine.swap("first")
    yield engine
    engine.close()
