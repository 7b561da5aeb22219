"""Ask an engine what somebody typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from search.engines.contract import Engine, SearchAnswer
from search.query.parts import Query
from search.query.reading import read_query
from search.query.requests import request_for
from search.query.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Asked:
    """What was understood and what was found. ``is_relaxed``: nothing holds all the words, these hold most of them."""

    query: Query
    answer: SearchAnswer
    is_relaxed: bool = False


def ask(text: str, *, engine: Engine, vocabulary: Vocabulary, **options: Any) -> Asked:
    """Ask for ``text``; ``options`` are parts of a ``SearchRequest``, ``on`` among them. Raises ``EngineAway``."""
    query = read_query(text, vocabulary)
    if query.text and not (query.terms or query.without or query.filters):
        return Asked(query, SearchAnswer((), 0, {}))  # signs without a word: not the question that everything answers
    request = request_for(query, **options)
    answer = engine.search(request)
    relaxed = None if answer.total else query.relaxed()
    if relaxed is None:
        return Asked(query, answer)
    return Asked(query, engine.search(replace(request, question=relaxed)), is_relaxed=True)
