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


def _is_empty(key: str, empty: Collection[str]) -> bool:
    # One character alone (区, 上) is a chip of something that the dictionary does not know.
    return key in empty or (len(key) == 1 and not key.isascii())


@cache
def _word_lists() -> dict[str, frozenset[str]]:
    lines = [line for line in _DATA.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return {name: frozenset(words.split()) for name, _colon, words in (line.partition(":") for line in lines)}
