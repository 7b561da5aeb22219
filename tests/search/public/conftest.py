"""A small installation whose public search answers from the embedded engine."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from search.engines.embedded.engine import EmbeddedEngine
from search.outbox.work import work
from tests.factories.tenancy import make_district, make_unit
from tests.factories.tree import make_column, make_section
from tests.search.public.installed import embedded_engine


@pytest.fixture
def embedded(settings, tmp_path, db) -> Iterator[EmbeddedEngine]:
    """The engine of the settings, with files of its own and an index of what is public when the test begins."""
    with embedded_engine(settings, tmp_path) as engine:
        yield engine


@pytest.fixture
def deliver(embedded) -> Callable[[], object]:
    """Let the index hear of what has changed."""
    return work


@pytest.fixture
def furong():
    return make_district(slug="furong", name="芙蓉区")


@pytest.fixture
def section(furong):
    """Where the education bureau publishes."""
    return make_section(
        column=make_column("教育", district=furong), unit=make_unit(furong, name="区教育局", code="jyj")
    )
