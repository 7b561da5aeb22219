"""Words of questions that need not stand in what is found: “低保怎么申请” looks for 低保."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path

from search.text.words import Word

_DATA = Path(__file__).parent / "data" / "question_words.txt"


def optional_words(words: Sequence[Word]) -> list[bool]:
    """For each of ``words`` whether it says so little that hits may lack it."""
    keys = ["".join(word) for word in words]
    lists = _word_lists()
    empty = lists["always"] | lists["asking"]
    if any(key in lists["asking"] for key in keys):
        empty |= lists["acts"]
    return [_is_empty(key, empty) for key in keys]


def says_nothing(key: str) -> bool:
    """Whether the word ``key`` is one of those that need not stand in what is found, in questions at least."""
    lists = _word_lists()
    return any(key in lists[name] for name in ("always", "asking", "acts"))


def is_kind_of_document(key: str) -> bool:
    """Whether the word ``key`` names a kind of document, and stands in the titles of hundreds of them."""
    return key in _word_lists()["kinds"] or key in _word_lists()["law"]


def asks_how(keys: Collection[str]) -> bool:
    """Whether a query of the words ``keys`` asks how something is done."""
    lists = _word_lists()
    return any(key in lists["asking"] or key in lists["doing"] for key in keys)


def asks_how_much(keys: Collection[str]) -> bool:
    """Whether a query of the words ``keys`` asks for an amount, which is laid down more often than it is explained."""
    return any(key in _word_lists()["amounts"] for key in keys)


def asks_for_law(keys: Collection[str]) -> bool:
    """Whether a query of the words ``keys`` asks what is laid down."""
    return any(key in _word_lists()["law"] for key in keys)


def _is_empty(key: str, empty: Collection[str]) -> bool:
    # One character alone (区, 上) is a chip of something that the dictionary does not know.
    return key in empty or (len(key) == 1 and not key.isascii())


@cache
def _word_lists() -> dict[str, frozenset[str]]:
    lines = [line for line in _DATA.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return {name: frozenset(words.split()) for name, _colon, words in (line.partition(":") for line in lines)}
