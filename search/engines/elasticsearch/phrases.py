"""Phrases in fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from search.engines.contract import Field, Phrase
from search.engines.weights import FIELD_WEIGHTS, OTHER_FIELDS

Query = dict[str, Any]
EVERYTHING: Final[Query] = {"match_all": {}}
NOTHING: Final[Query] = {"match_none": {}}


def any_of(phrases: Iterable[Phrase]) -> Query:
    """One of ``phrases`` stands in one of its fields; weighed by the field.

    BM25 adds up how rare each pair of tokens is, so a long phrase would be worth more for its length alone.
    """
    found = [
        stands(phrase, field, boost=phrase.weight * FIELD_WEIGHTS[field] / max(len(phrase.tokens) - 1, 1))
        for phrase in phrases
        if phrase.tokens
        for field in Field
        if field in phrase.fields
    ]
    return {"dis_max": {"queries": found, "tie_breaker": OTHER_FIELDS}} if found else NOTHING


def stands(phrase: Phrase, field: Field, *, boost: float = 1.0) -> Query:
    """``phrase``, which holds at least one token, stands in ``field``."""
    text = " ".join(phrase.tokens)
    if len(phrase.tokens) == 1:
        return {"term": {field.value: {"value": text, "boost": boost}}}
    return {"match_phrase": {field.value: {"query": text, "boost": boost}}}
