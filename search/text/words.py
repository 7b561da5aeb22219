"""Cutting a query into words: by rjieba, except where a word of the house's own dictionary stands.

A word is a tuple of tokens, to be matched as a phrase.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby

from .folding import is_han
from .tokens import tokens_of

Word = tuple[str, ...]

#: A dictionary word of so many characters counts wherever it stands; a shorter one (低保) only between words, because
#: it may stand there by chance (最低保障).
_ALWAYS_A_WORD = 4
#: What follows a word so often that rjieba takes it for a part of it: 养狗要.
_PARTICLES = frozenset("要吗呢吧了的")
_MEASURES = ("年度", "年", "月份", "月", "日", "号", "周岁", "岁", "届", "期", "条", "款", "级", "批", "次", "元", "人")


def key_of(text: str) -> str:
    """``text`` as dictionaries know it: folded, and nothing between its tokens."""
    return "".join(tokens_of(text))


class Splitter:
    """Cuts texts into words, those of ``dictionary`` first; made once for a dictionary and used by all threads."""

    def __init__(self, dictionary: Iterable[str] = ()) -> None:
        self._words = {key for word in dictionary if len(key := key_of(word)) > 1}
        lengths: dict[str, set[int]] = defaultdict(set)
        for word in self._words:
            lengths[word[0]].add(len(word))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    @property
    def words(self) -> frozenset[str]:
        """The words of the dictionary, as their keys."""
        return frozenset(self._words)

    def split(self, text: str) -> list[Word]:
        """The words of ``text``. Letters and digits side by side are one word, with a measure behind them: 2019年."""
        runs = [list(run) for _in_chinese, run in groupby(tokens_of(text), key=is_han)]
        words: list[Word] = []
        for run in runs:
            chinese = "".join(run)
            if not is_han(chinese):
                words.append(tuple(run))
                continue
            measure = next((one for one in _MEASURES if chinese.startswith(one)), "") if words else ""
            if measure and words[-1][-1].isdigit():
                words[-1] = (*words[-1], *measure)
                chinese = chinese.removeprefix(measure)
            words += (tuple(word) for word in self._split_chinese(chinese))
        return words

    def _split_chinese(self, text: str) -> Iterator[str]:
        bounds = {0, *accumulate(map(len, _cut(text)))}
        start = 0  # of what is not cut yet
        place = 0
        while place < len(text):
            length = self._known_at(text, place, bounds)
            if length:
                yield from _cut(text[start:place])
                yield text[place : place + length]
                start = place = place + length
            else:
                place += 1
        yield from _cut(text[start:])

    def _known_at(self, text: str, place: int, bounds: set[int]) -> int:
        """Length of the longest dictionary word that stands at ``place``; 0 if none does."""
        for length in self._lengths.get(text[place], ()):
            end = place + length
            between_words = place in bounds and (end in bounds or text[end : end + 1] in _PARTICLES)
            if (between_words or length >= _ALWAYS_A_WORD) and text[place : place + length] in self._words:
                return length
        return 0


def _cut(text: str) -> list[str]:
    import rjieba

    return rjieba.cut(text) if text else []
