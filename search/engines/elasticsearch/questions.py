"""What a question finds."""

from __future__ import annotations

from collections.abc import Sequence

from search.engines.contract import AnyOf, Question

from .phrases import EVERYTHING, Query, any_of
from .ranking import text_scale, worth


def found_by(question: Question) -> Query:
    """A query for the set of hits; with a score, but for what counts beside the text."""
    return {
        "bool": {
            "must": [_enough_of(question.words, question.least) if question.words else EVERYTHING],
            "must_not": [any_of(word.phrases) for word in question.without],
        }
    }


def weighed(question: Question) -> Query:
    """The same set, with the whole score."""
    return {"bool": {"must": [found_by(question)], "should": worth(question)}}


def fingerprint(question: Question) -> str:
    """The same text for the same question: its pages are fetched from one copy, whose scores agree with themselves."""
    return " ".join(_written(word) for word in question.words)


def _enough_of(words: Sequence[AnyOf], least: int | None) -> Query:
    return {
        "bool": {
            "should": [any_of(word.phrases) for word in words],
            "minimum_should_match": len(words) if least is None else max(least, 1),
            "boost": text_scale(words),
        }
    }


def _written(word: AnyOf) -> str:
    return "|".join(" ".join(phrase.tokens) for phrase in word.phrases)
