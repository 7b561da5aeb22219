"""Which rows a question finds, and what their text is worth."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Final

from search.engines.contract import AnyOf, Phrase, Question
from search.engines.weights import FIELD_WEIGHTS

from .bits import bits_of, rows_of
from .expressions import all_expression, any_expression, phrase_expression
from .found import Found
from .schema import COLUMNS
from .snapshot import Snapshot

#: So many hits are weighed by bm25, which takes 2 µs each. A word that more documents hold says little about any.
WEIGHED: Final = 6_000
#: Preferred phrases that are looked for in the prose; titles are compared with all of them.
_PREFERRED = 2

_WEIGHTS = ", ".join(str(FIELD_WEIGHTS[column]) for column in COLUMNS)
# The rows come as one text: fetched one by one, each would wait for its turn among the threads of the server. Their
# worth comes in billionths: whole numbers are written and read in a third of the time. The limit keeps
# SQLite from taking the two statements for one, in which bm25 knows no row.
_WEIGHED = (
    "SELECT group_concat(r), group_concat(CAST(s * -1e9 AS INTEGER)) FROM "  # noqa: S608  (constants only)
    f"(SELECT rowid AS r, bm25(texts, {_WEIGHTS}) AS s FROM texts WHERE texts MATCH ? LIMIT {WEIGHED})"
)
_ROWS = "SELECT group_concat(rowid) FROM texts WHERE texts MATCH ?"


def find(connection: sqlite3.Connection, question: Question, snapshot: Snapshot) -> Found:
    """The rows for ``question``."""
    asker = _Asker(connection, snapshot.size)
    found = _found_words(asker, question, snapshot)
    for word in question.without:
        found.rows &= ~asker.rows(any_expression(word.phrases))
    if found.rows:
        found.preferred = [(phrase, asker.rows(phrase_expression(phrase))) for phrase in _telling(question)]
    return found


def _telling(question: Question) -> list[Phrase]:
    """The heaviest preferred phrases that not every hit holds."""
    asked = {word.phrases[0].tokens for word in question.words if len(word.phrases) == 1}
    phrases = [phrase for phrase in question.preferred if phrase.tokens not in asked]
    return sorted(phrases, key=lambda phrase: -phrase.weight)[:_PREFERRED]


def _found_words(asker: _Asker, question: Question, snapshot: Snapshot) -> Found:
    words = question.words
    if not words:
        return Found(snapshot.alive)
    least = len(words) if question.least is None else max(1, question.least)
    if least > len(words):
        return Found(0)
    return asker.weighed(all_expression(words)) if least == len(words) else _found_some(asker, words, least)


def _found_some(asker: _Asker, words: Sequence[AnyOf], least: int) -> Found:
    """Rows with at least ``least`` of ``words``."""
    holding = [0] * (len(words) + 1)  # holding[n]: rows with n words or more among those seen so far
    for word in words:
        rows = asker.rows(any_expression(word.phrases))
        for count in range(len(words), 1, -1):
            holding[count] |= holding[count - 1] & rows
        holding[1] |= rows
    if holding[1].bit_count() > WEIGHED:
        return _worth_their_words(holding, least)
    weighed = asker.weighed(any_expression(phrase for word in words for phrase in word.phrases))
    return Found(holding[least], weighed.texts)


def _worth_their_words(holding: Sequence[int], least: int) -> Found:
    """What is too much to weigh is worth the number of its words."""
    if holding[least].bit_count() > WEIGHED:
        return Found(holding[least], is_weighed=False)
    texts = {row: float(count) for count in range(least, len(holding)) for row in rows_of(holding[count])}
    return Found(holding[least], texts)


class _Asker:
    """Asks the full-text table of one transaction."""

    def __init__(self, connection: sqlite3.Connection, size: int) -> None:
        self._connection = connection
        self._size = size

    def rows(self, expression: str) -> int:
        """The set of rows that match."""
        if not expression:
            return 0
        (found,) = self._connection.execute(_ROWS, [expression]).fetchone()
        return bits_of(_numbers(found), size=self._size) if found else 0

    def weighed(self, expression: str) -> Found:
        """The rows that match with the worth of their texts, unless they are too many to weigh."""
        found = self.rows(expression)
        if not found or found.bit_count() > WEIGHED:
            return Found(found, is_weighed=not found)
        rows, worth = self._connection.execute(_WEIGHED, [expression]).fetchone()
        return Found(found, dict(zip(_numbers(rows), map(float, _numbers(worth)), strict=True)))


def _numbers(joined: str) -> list[int]:
    return list(map(int, joined.split(",")))
