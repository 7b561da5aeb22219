"""Ask an engine what somebody typed, and what they may have meant if it finds little."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from search.engines.contract import Engine, Hit, Question, SearchAnswer, SearchRequest, Sort
from search.query.parts import Query
from search.query.reading import read_query
from search.query.requests import request_for
from search.query.vocabulary import Vocabulary

from .spelling import Permitted, Spelling, propose

#: Where all the words are found less often, hits with most of them are shown below.
ENOUGH = 10
#: Where they are found so seldom, they may be misspelt.
LITTLE = 3
#: So many questions for less are asked to fill the first page.
_RELAXATIONS = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What was understood and what was found. ``is_relaxed``: nothing holds all the words, these hold most of them.

    ``others`` hold most of the words where few hits hold all; they are not counted. ``spelling`` is what may have been
    meant; ``is_respelt``: nothing was found of what was typed, so this was asked, and ``query`` is how it was read.
    """

    query: Query
    answer: SearchAnswer
    is_relaxed: bool = False
    others: tuple[Hit, ...] = ()
    spelling: str = ""
    is_respelt: bool = False


def ask(
    text: str, *, engine: Engine, vocabulary: Vocabulary, permitted: Permitted | None = None, **options: Any
) -> Asked:
    """Ask for ``text``; ``options`` are parts of a ``SearchRequest``, ``on`` among them. Raises ``EngineAway``.

    Another spelling is looked for in what is ``permitted``, else in nothing.
    """
    query = read_query(text, vocabulary)
    if query.text and not (query.terms or query.without or query.filters):
        return Asked(query, SearchAnswer((), 0, {}))  # signs without a word: not the question that everything answers
    request = request_for(query, **options)
    answer = engine.search(request)
    meant = None
    if permitted and (answer.total <= LITTLE or query.drops_chips):
        proposed = propose(
            query,
            engine=engine,
            vocabulary=vocabulary,
            request=request,
            permitted=permitted,
            are_words_found=bool(answer.total),
        )
        meant = proposed and _meant(proposed, engine, vocabulary, permitted, options)
    if meant and proposed and proposed.is_sure and (query.drops_chips or not answer.total):
        return replace(meant, is_respelt=True)
    asked = _completed(query, request, answer, engine)
    return replace(asked, spelling=meant.spelling) if meant else asked


def _meant(
    proposed: Spelling, engine: Engine, vocabulary: Vocabulary, permitted: Permitted, options: dict[str, Any]
) -> Asked | None:
    """What is found of another spelling; ``None`` if it is nothing that readers may see now."""
    query = read_query(proposed.text, vocabulary)
    request = request_for(query, **options)
    answer = engine.search(request)
    if not permitted.public([hit.title for hit in answer.hits]):
        return None
    return replace(_completed(query, request, answer, engine), spelling=proposed.text)


def _completed(query: Query, request: SearchRequest, answer: SearchAnswer, engine: Engine) -> Asked:
    """With what holds most of the words, if little or nothing holds all."""
    asked, less = Asked(query, answer), query.relaxations()
    if not answer.total:
        asked = _relaxed(asked, request, less, engine)
    is_whole = not (request.offset or request.cursor or asked.answer.next_cursor)
    if asked.answer.total >= ENOUGH or query.is_exact or not is_whole or request.sort is not Sort.RELEVANCE:
        return asked
    return replace(asked, others=_others(asked, request, less, engine))


def _relaxed(asked: Asked, request: SearchRequest, less: Iterator[Question], engine: Engine) -> Asked:
    """What the first question for less finds that finds anything."""
    for question in less:
        found = engine.search(replace(request, question=question))
        if found.total:
            return Asked(asked.query, found, is_relaxed=True)
    return asked


def _others(asked: Asked, request: SearchRequest, less: Iterator[Question], engine: Engine) -> tuple[Hit, ...]:
    """What further questions for less find beside the hits, till there is enough."""
    shown = {hit.key for hit in asked.answer.hits}
    others: dict[int, Hit] = {}
    for question in islice(less, _RELAXATIONS):
        found = engine.search(replace(request, question=question, size=ENOUGH, best=(), facets=frozenset()))
        for hit in found.hits:
            if hit.key not in shown:
                others.setdefault(hit.key, hit)
        if len(shown) + len(others) >= ENOUGH:
            break
    return tuple(others.values())[: ENOUGH - len(shown)]
