"""The search is as good as it was: figures of both engines over the judged queries, those held out of tuning apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from search.engines.contract import Engine
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.embedded.engine import EmbeddedEngine
from tests.search.elasticsearch import built_anew

from .figures import figures, fill, finder
from .queries import judged_queries
from .sample import sample

#: nDCG@10 and success@3 below which an engine may not fall, of tuning and of what is held out.
FLOORS = {"embedded": ((0.96, 0.98), (0.94, 0.96)), "elasticsearch": ((0.955, 0.98), (0.93, 0.96))}
ENGINES = ["embedded", pytest.param("elasticsearch", marks=pytest.mark.engine("elasticsearch"))]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    """An engine that holds the sample library."""
    filled: Engine = request.getfixturevalue(f"filled_{request.param}")
    return filled


@pytest.fixture
def filled_embedded(tmp_path: Path) -> Iterator[EmbeddedEngine]:
    engine = EmbeddedEngine(tmp_path / "search")
    with engine.new_index("first"):
        pass
    engine.swap("first")
    fill(engine)
    yield engine
    engine.close()


@pytest.fixture
def filled_elasticsearch(elasticsearch_engine: ElasticsearchEngine) -> ElasticsearchEngine:
    built_anew(elasticsearch_engine)
    fill(elasticsearch_engine)
    return elasticsearch_engine


def test_figures_do_not_fall(engine) -> None:
    reached = {
        is_held_out: figures(finder(engine), [one for one in judged_queries() if one.is_held_out == is_held_out])
        for is_held_out in (False, True)
    }

    for is_held_out, floor in zip((False, True), FLOORS[engine.capabilities.name], strict=True):
        found = reached[is_held_out]
        assert (found.ndcg >= floor[0], found.success >= floor[1]) == (True, True), found


def test_sample_is_as_large_as_it_says() -> None:
    titles = [one.document.title for one in sample()]

    assert len(sample()) >= 400
    assert len(set(titles)) == len(titles)
    assert len(judged_queries()) >= 150
    assert len({one.text for one in judged_queries()}) == len(judged_queries())
