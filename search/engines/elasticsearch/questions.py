"""Words of a question as phrases in fields, and how much each counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from search.engines.contract import AnyOf, Field, Phrase, Question
from search.engines.weights import FIELD_WEIGHTS, OTHER_FIELDS

Query = dict[str, Any]
EVERYTHING: Query = {"match_all": {}}
NOTHING: Query = {"match_none": {}}


def found_by(question: Question) -> Query:
    """A query that finds what ``question`` asks for, scored by where its phrases stand."""
    words = [_any_of(word.phrases) for word in question.words] or [EVERYTHING]
    least = len(words) if question.least is None else question.least
    return {
        "bool": {
            "must": [{"bool": {"should": words, "minimum_should_match": max(least, 1)}}],
            "must_not": [_any_of(word.phrases) for word in question.without],
            "should": [_any_of([phrase]) for phrase in question.preferred],
        }
    }


def fingerprint(question: Question) -> str:
    """The same text for the same question: its pages are fetched from one copy, whose scores agree with themselves."""
    return " ".join(_written(word) for word in question.words)


def _any_of(phrases: Iterable[Phrase]) -> Query:
    standing = [_stands(p, field) for p in phrases if p.tokens for field in Field if field in p.fields]
    if not standing:
        return NOTHING
    return {"dis_max": {"queries": standing, "tie_breaker": OTHER_FIELDS}}


def _stands(phrase: Phrase, field: Field) -> Query:
    text, boost = " ".join(phrase.tokens), phrase.weight * FIELD_WEIGHTS[field]
    if len(phrase.tokens) == 1:
        return {"term": {field.value: {"value": text, "boost": boost}}}
    return {"match_phrase": {field.value: {"query": text, "boost": boost}}}


def _written(word: AnyOf) -> str:
    return "|".join(" ".join(phrase.tokens) for phrase in word.phrases)
