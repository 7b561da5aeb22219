"""Short ways to fill an engine and to read what it answers."""

from __future__ import annotations

from search.documents import SearchDocument
from search.engines.contract import Engine, SearchAnswer
from tests.factories.search import make_request


def fill(engine: Engine, *documents: SearchDocument) -> None:
    assert engine.apply(documents) == []


def keys(answer: SearchAnswer) -> list[int]:
    return [hit.key for hit in answer.hits]


def find(engine: Engine, *words: str, **values) -> list[int]:
    """Keys of the hits, in order."""
    return keys(engine.search(make_request(*words, **values)))


def find_set(engine: Engine, *words: str, **values) -> set[int]:
    return set(find(engine, *words, **values))
