"""The worth of a hit: the words of its title, what bm25 says of its text, whether it is in force, how new it is."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from search.engines.contract import AnyOf, Field, Phrase, SearchRequest
from search.engines.weights import (
    IN_FORCE,
    NUMBER,
    RECENT,
    RECENT_DAYS,
    TITLE,
    WHOLE_IN_TEXT,
    WHOLE_IN_TITLE,
    WHOLE_OF_TITLE,
)

from .bits import rows_of
from .matching import WEIGHED, Found
from .snapshot import Snapshot

_UNWEIGHED: Final = 0.5


def score(found: Found, rows: Sequence[int], request: SearchRequest, snapshot: Snapshot) -> dict[int, float]:
    """Worth of each of ``rows``. When they are too many to weigh, those that cannot come first are left out."""
    scorer = _Scorer(found, request, snapshot)
    candidates = rows if found.is_weighed else scorer.likeliest(rows)
    return {row: round(scorer.score(row), 4) for row in candidates}


@dataclass(frozen=True, slots=True)
class _Sought:
    """A phrase as it stands in a spaced text, with its weight."""

    text: str
    weight: float
    length: int


def _sought(phrases: Iterable[Phrase], field: Field) -> list[_Sought]:
    found = [phrase for phrase in phrases if field in phrase.fields and phrase.tokens]
    return [_Sought(f" {' '.join(phrase.tokens)} ", phrase.weight, len(phrase.tokens)) for phrase in found]


class _Scorer:
    def __init__(self, found: Found, request: SearchRequest, snapshot: Snapshot) -> None:
        words = request.question.words
        self._snapshot = snapshot
        self._texts = found.texts
        self._best_text = max(found.texts.values(), default=0.0) or 1.0
        self._in_title = [_sought(word.phrases, Field.TITLE) for word in words]
        self._in_number = [sought for word in words for sought in _sought(_only_number(word), Field.NUMBER)]
        self._preferred = _sought(request.question.preferred, Field.TITLE)
        heaviest = max((phrase.weight for phrase, _rows in found.preferred), default=1.0)
        self._preferred_rows = [(phrase.weight / heaviest, set(rows_of(rows))) for phrase, rows in found.preferred]
        self._heaviest = heaviest
        self._day = request.on.toordinal()

    def likeliest(self, rows: Sequence[int]) -> list[int]:
        """Those whose titles hold a word, and the newest."""
        titles, days = self._snapshot.titles, self._snapshot.days
        texts = {sought.text for word in self._in_title for sought in word}
        titled = [row for row in rows if any(text in titles[row] for text in texts)]
        if len(titled) > WEIGHED:
            return heapq.nlargest(WEIGHED, titled, key=days.__getitem__)
        newest = heapq.nlargest(WEIGHED - len(titled), rows, key=days.__getitem__)
        return list(dict.fromkeys([*titled, *newest]))

    def score(self, row: int) -> float:
        words = self._text(row) + self._title(row) + self._number(row)
        return words * self._circumstances(row)

    def _text(self, row: int) -> float:
        text = self._texts.get(row, 0.0) / self._best_text if self._texts else _UNWEIGHED
        whole = max((weight for weight, rows in self._preferred_rows if row in rows), default=0.0)
        return text + WHOLE_IN_TEXT * whole

    def _title(self, row: int) -> float:
        title = self._snapshot.titles[row]
        held = [max((one.weight for one in word if one.text in title), default=0.0) for word in self._in_title]
        if not any(held):
            return 0.0
        share = sum(held) / len(held)
        return TITLE * share * share + self._whole(title)

    def _whole(self, title: str) -> float:
        length = title.count(" ") - 1
        return max(
            (
                one.weight / self._heaviest * (WHOLE_IN_TITLE + WHOLE_OF_TITLE * one.length / length)
                for one in self._preferred
                if one.text in title
            ),
            default=0.0,
        )

    def _number(self, row: int) -> float:
        number = self._snapshot.numbers[row]
        return NUMBER * max((one.weight for one in self._in_number if one.text in number), default=0.0)

    def _circumstances(self, row: int) -> float:
        snapshot = self._snapshot
        worth = 1.0 if snapshot.force.of(row, self._day)[1] is False else 1.0 + IN_FORCE
        published = snapshot.days[row]
        if published:
            worth += RECENT * 0.5 ** (abs(self._day - published) / RECENT_DAYS)
        return worth


def _only_number(word: AnyOf) -> list[Phrase]:
    return [phrase for phrase in word.phrases if phrase.fields == {Field.NUMBER}]
