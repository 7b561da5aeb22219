"""What a hit is worth beside what its text is worth: as the embedded engine puts it, in clauses that add up.

BM25 knows no limit, so it is scaled to the size of the other parts: about 1 for a word that stands in a title.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from search.engines.contract import AnyOf, FacetName, Field, Phrase, Question, SearchRequest
from search.engines.weights import (
    FIELD_WEIGHTS,
    IN_FORCE,
    NUMBER,
    RECENT,
    RECENT_DAYS,
    TITLE,
    WHOLE_IN_TEXT,
    WHOLE_IN_TITLE,
    WHOLE_OF_TITLE,
)

from .facets import facet_filter, in_force
from .phrases import Query, stands

#: What BM25 gives a pair of tokens in a title: (k1 + 1) × a middling share of it × a middling rarity.
_PAIR: Final = 2.2 * 0.5 * 3.0 * FIELD_WEIGHTS[Field.TITLE]
#: Preferred phrases that are looked for in the prose; titles are compared with all of them.
_PREFERRED: Final = 4


def text_scale(words: Sequence[AnyOf]) -> float:
    """What to multiply BM25 with for these words, of which there is at least one."""
    return 1 / (_PAIR * len(words))


def worth(question: Question) -> list[Query]:
    """Clauses that add to the score of a hit and find nothing by themselves."""
    return [*_titles(question.words), *_numbers(question.words), *_whole(question.preferred)]


def in_circumstances(query: Query, request: SearchRequest) -> Query:
    """``query`` times what force, age and type of the hit are worth."""
    decay = {"origin": request.on.toordinal(), "scale": RECENT_DAYS, "decay": 0.5}
    functions: list[Query] = [
        {"weight": 1},
        {"filter": in_force(request.on), "weight": IN_FORCE},
        {"filter": {"exists": {"field": "published_day"}}, "exp": {"published_day": decay}, "weight": RECENT},
    ]
    for page_type, weight in request.lifted.items():
        of_type = [facet_filter(FacetName.TYPE, [page_type], request.on), in_force(request.on)]
        functions.append({"filter": {"bool": {"filter": of_type}}, "weight": weight})
    return _scored(query, functions, boost_mode="multiply")


def _titles(words: Sequence[AnyOf]) -> list[Query]:
    """Half for the share of the words that the title holds, half for all: close to the square of the share."""
    held = [found for word in words if (found := _constant_any(word.phrases, Field.TITLE))]
    singles = [_times(one, TITLE / 2 / len(words)) for one in held]
    if not held or len(held) < len(words):
        return singles
    return [*singles, {"constant_score": {"filter": {"bool": {"filter": held}}, "boost": TITLE / 2}}]


def _numbers(words: Sequence[AnyOf]) -> list[Query]:
    only = [phrase for word in words for phrase in word.phrases if phrase.fields == {Field.NUMBER}]
    found = _constant_any(only, Field.NUMBER)
    return [_times(found, NUMBER)] if found else []


def _whole(preferred: Sequence[Phrase]) -> list[Query]:
    """A preferred phrase in the title, more the more of the title it is; and one anywhere."""
    if not preferred:
        return []
    heaviest = max(phrase.weight for phrase in preferred)
    ordered = sorted(preferred, key=lambda phrase: -phrase.weight)
    titled = [_of_title(phrase, phrase.weight / heaviest) for phrase in ordered if _stands_in(phrase, Field.TITLE)]
    texts = [found for phrase in ordered[:_PREFERRED] if (found := _anywhere(phrase, phrase.weight / heaviest))]
    return [_best(found) for found in (titled, texts) if found]


def _of_title(phrase: Phrase, weight: float) -> Query:
    """``WHOLE_OF_TITLE`` when it is all of the title, half of that when it is half of it."""
    length = len(phrase.tokens)
    decay = {"origin": length, "scale": length, "decay": 0.5}
    functions: list[Query] = [
        {"weight": WHOLE_IN_TITLE * weight},
        {"exp": {"title_length": decay}, "weight": WHOLE_OF_TITLE * weight},
    ]
    return _scored(stands(phrase, Field.TITLE), functions, boost_mode="replace")


def _anywhere(phrase: Phrase, weight: float) -> Query | None:
    found = [stands(phrase, field) for field in phrase.fields if phrase.tokens]
    return _constant({"bool": {"should": found}}, WHOLE_IN_TEXT * weight) if found else None


def _constant_any(phrases: Iterable[Phrase], field: Field) -> Query | None:
    found = [_constant(stands(phrase, field), phrase.weight) for phrase in phrases if _stands_in(phrase, field)]
    return _best(found) if found else None


def _stands_in(phrase: Phrase, field: Field) -> bool:
    return bool(phrase.tokens) and field in phrase.fields


def _best(queries: list[Query]) -> Query:
    return queries[0] if len(queries) == 1 else {"dis_max": {"queries": queries}}


def _constant(query: Query, boost: float) -> Query:
    return {"constant_score": {"filter": query, "boost": boost}}


def _times(query: Query, boost: float) -> Query:
    return {"bool": {"must": [query], "boost": boost}}


def _scored(query: Query, functions: list[dict[str, Any]], *, boost_mode: str) -> Query:
    return {"function_score": {"query": query, "functions": functions, "score_mode": "sum", "boost_mode": boost_mode}}
