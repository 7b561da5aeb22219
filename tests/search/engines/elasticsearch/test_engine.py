"""What only a cluster can do wrong; everything else is the contract's (``tests/search/contract``)."""

import pytest

from search.documents import Tombstone
from search.engines.contract import EngineAway, FacetName, Sort
from search.engines.elasticsearch import facets, writing
from search.engines.elasticsearch.connection import Cluster
from search.engines.elasticsearch.engine import ElasticsearchEngine
from search.engines.elasticsearch.requests import encode_cursor
from tests.factories.search import make_request, make_search_document

pytestmark = pytest.mark.engine("elasticsearch")


def _keys(answer) -> list[int]:
    return [hit.key for hit in answer.hits]


def test_engine_without_an_index(unbuilt):
    for ask in (
        lambda: unbuilt.search(make_request("公开")),
        lambda: unbuilt.complete(["公"]),
        lambda: unbuilt.apply([make_search_document("公开")]),
        lambda: list(unbuilt.versions()),
    ):
        with pytest.raises(EngineAway, match="no such index"):
            ask()

    assert unbuilt.indexes() == []


def test_engine_nobody_listens(unused_port):
    cluster = Cluster(urls=(f"http://127.0.0.1:{unused_port}",), retries=0)
    engine = ElasticsearchEngine(cluster=cluster, alias="gongkai", forces=())
    for ask in (
        lambda: engine.search(make_request("公开")),
        lambda: engine.apply([Tombstone(1, 1)]),
        lambda: list(engine.versions()),
        engine.indexes,
        engine.roll_back,
        lambda: engine.swap("first"),
        lambda: engine.drop("first"),
    ):
        with pytest.raises(EngineAway):
            ask()


def test_engine_goes_on_with_the_nodes_that_answer(engine, elasticsearch_url, unused_port):
    engine.apply([make_search_document("政务公开", key=1)])
    cluster = Cluster(urls=(f"http://127.0.0.1:{unused_port}", elasticsearch_url), timeout=30)
    other = ElasticsearchEngine(cluster=cluster, alias=engine.alias, forces=())

    assert [_keys(other.search(make_request("公开"))) for _ in range(4)] == [[1]] * 4


def test_writing_to_an_index_that_was_dropped(engine):
    with pytest.raises(EngineAway), engine.new_index("second") as index:
        engine.drop("second")
        index.load(index.prepare([make_search_document("公开")]))

    assert [state.name for state in engine.indexes()] == ["first"]


def test_changes_in_many_chunks(engine, monkeypatch):
    monkeypatch.setattr(writing, "CHUNK_CHANGES", 3)
    monkeypatch.setattr(writing, "CHUNK_BYTES", 2_000)
    documents = [make_search_document(f"公开{key}", "很长的正文。" * key, key=key) for key in range(1, 30)]

    assert engine.apply(documents) == []
    assert list(engine.versions()) == [(key, 1) for key in range(1, 30)]


def test_document_that_no_index_can_hold(engine):
    failures = engine.apply(
        [make_search_document("公开", key=1), make_search_document("公开", key=2, published_on=_NoDay())]
    )

    assert [(failure.key, "published_day" in failure.reason) for failure in failures] == [(2, True)]
    assert list(engine.versions()) == [(1, 1)]


def test_failures_of_a_batch_are_told_later(engine):
    bad = [make_search_document("公开", key=key, published_on=_NoDay()) for key in (1, 2)]
    with engine.new_index("second") as index:
        told = [index.load(index.prepare(bad[:1])), index.load(index.prepare(bad[1:])), index.apply(())]

    assert [[failure.key for failure in failures] for failures in told] == [[], [1], [2]]


def test_failures_that_nobody_asked_for(engine):
    with pytest.raises(ValueError, match="published_day"), engine.new_index("second") as index:
        index.load(index.prepare([make_search_document("公开", key=1, published_on=_NoDay())]))


def test_document_with_half_a_character(engine):
    assert engine.apply([make_search_document("公开\ud83d", "\udc00政务", key=1)]) == []

    answer = engine.search(make_request("公开", filters={FacetName.UNIT: frozenset({"u1", "\udc00"})}))
    assert [(hit.title, hit.passages) for hit in answer.hits] == [("公开?", (("", "?政务"),))]


def test_facet_with_very_many_values(engine, monkeypatch):
    monkeypatch.setattr(facets, "VALUES", 3)
    engine.apply([make_search_document("公开", key=key, unit=f"u{key % 8}") for key in range(1, 21)])

    answer = engine.search(make_request("公开", facets=frozenset({FacetName.UNIT, FacetName.DISTRICT})))

    assert answer.facets[FacetName.UNIT] == {f"u{n}": 2 + (0 < n < 5) for n in range(8)}
    assert answer.facets[FacetName.DISTRICT] == {"furong": 20}


@pytest.mark.parametrize("cursor", ["x", "%%%", "政", encode_cursor([1]), encode_cursor([[], {}, "x"]), "bnVsbA=="])
def test_cursor_that_no_answer_gave(engine, cursor):
    with pytest.raises(ValueError, match="cursor"):
        engine.search(make_request("公开", cursor=cursor))


def test_page_too_deep(engine):
    engine.apply([make_search_document("公开", key=1)])

    answer = engine.search(make_request("公开", offset=10_000, sort=Sort.NEWEST))

    assert (answer.hits, answer.total, answer.is_bounded) == ((), 1, True)


class _NoDay:
    """A day that does not fit into the index."""

    year = 2019

    def toordinal(self) -> str:
        return "neunzehn"

    def isoformat(self) -> str:
        return "2019"
