"""An installation whose public search answers from the embedded engine, with files of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from search.domain.rebuilding import rebuild
from search.engines.embedded.engine import EmbeddedEngine
from search.engines.registry import engine_named
from tests.search.conftest import forget_engines


@contextmanager
def embedded_engine(settings: Any, folder: Path) -> Iterator[EmbeddedEngine]:
    """The engine of the settings within the block, with an index of what is public when it begins."""
    settings.SEARCH_DIR = folder
    settings.SEARCH_ENGINE, settings.SEARCH_FALLBACK_ENGINE = "embedded", ""
    forget_engines()
    rebuild(name="embedded")
    engine: Any = engine_named("embedded")
    yield engine
    engine.close()
    forget_engines()
