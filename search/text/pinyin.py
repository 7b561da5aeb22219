"""Pinyin of titles, and what somebody meant who types letters: ``zhengwugongkai`` or ``zwgk`` for 政务公开."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import groupby, islice
from pathlib import Path
from typing import Final

from .folding import is_han
from .tokens import tokens_of

_DATA = Path(__file__).parent / "data"
_LONGEST_SYLLABLE = 6
#: Longer runs of letters are words of some other language.
MAX_LETTERS: Final = 60
_SPOKEN = {"lue": "lve", "nue": "nve"}


def syllables(text: str) -> list[str]:
    """``text`` read aloud: a syllable for each Han character, in the reading of its word; other tokens as they are."""
    return [token for token, _is_syllable in _read(text)]


def initials(text: str) -> list[str]:
    """The first letter of each syllable; of other words their letters, of numbers all digits in one."""
    return [letter for token, is_syllable in _read(text) for letter in _initials_of(token, is_syllable)]


def _initials_of(token: str, is_syllable: bool) -> Iterable[str]:
    if is_syllable:
        return token[0]
    return token if token.isalpha() else [token]


@lru_cache(maxsize=16)
def _read(text: str) -> tuple[tuple[str, bool], ...]:
    """Tokens, and whether they are syllables; whoever asks for syllables asks for initials next."""
    read: list[tuple[str, bool]] = []
    for in_chinese, run in groupby(tokens_of(text), key=is_han):
        tokens = list(run)
        read += [(token, in_chinese) for token in (_read_aloud(tokens) if in_chinese else tokens)]
    return tuple(read)


def divisions(letters: str, *, limit: int = 4) -> list[tuple[str, ...]]:
    """The ways to read ``letters`` as syllables, those with the fewest first: ``xian`` is (xian) or (xi, an)."""
    if len(letters) > MAX_LETTERS or not letters.isascii():
        return []
    found = islice(_divisions(letters, 0, _dead_ends(letters)), limit * 8)
    return sorted(found, key=len)[:limit]


def readings_alike(reading: Sequence[str], *, limit: int = 8) -> list[tuple[str, ...]]:
    """``reading`` with one syllable that many speakers do not tell from it: z and zh, l and n, in and ing."""
    found = (
        (*reading[:at], alike, *reading[at + 1 :])
        for at, syllable in enumerate(reading)
        for alike in _alike(syllable)
        if alike in all_syllables()
    )
    return list(islice(found, limit))


def _alike(syllable: str) -> Iterator[str]:
    if syllable[0] in "zcs":
        yield syllable[0] + syllable[2:] if syllable[1:2] == "h" else f"{syllable[0]}h{syllable[1:]}"
    if syllable[0] in "ln":
        yield ("l" if syllable[0] == "n" else "n") + syllable[1:]
    if syllable.endswith("ng"):
        yield syllable[:-1]
    elif syllable.endswith("n"):
        yield f"{syllable}g"


@cache
def all_syllables() -> frozenset[str]:
    """Every syllable, without tones."""
    return frozenset((_DATA / "syllables.txt").read_text(encoding="ascii").split())


def _read_aloud(characters: list[str]) -> Iterator[str]:
    import rjieba

    for word in rjieba.cut("".join(characters)):
        yield from _read_word(word)


@lru_cache(maxsize=50_000)
def _read_word(word: str) -> tuple[str, ...]:
    """Words come back again and again, and reading one takes far longer than remembering it."""
    from pypinyin import lazy_pinyin

    return tuple(lazy_pinyin(word, errors=list))  # type: ignore[arg-type]  # a list is accepted


def _dead_ends(letters: str) -> frozenset[int]:
    """Places in ``letters`` from which no division reaches the end, so that searching stays linear."""
    alive = {len(letters)}
    for start in range(len(letters) - 1, -1, -1):
        ends = range(start + 1, min(start + _LONGEST_SYLLABLE, len(letters)) + 1)
        if any(end in alive and letters[start:end] in all_syllables() for end in ends):
            alive.add(start)
    return frozenset(range(len(letters))) - alive


def _divisions(letters: str, start: int, dead: frozenset[int]) -> Iterator[tuple[str, ...]]:
    if start == len(letters):
        yield ()
        return
    for end in range(min(start + _LONGEST_SYLLABLE, len(letters)), start, -1):
        syllable = letters[start:end]
        if end not in dead and syllable in all_syllables():
            for rest in _divisions(letters, end, dead):
                yield (_SPOKEN.get(syllable, syllable), *rest)


def is_latin_word(text: str) -> bool:
    """Whether ``text`` may be pinyin or initials: small ASCII letters, folded already."""
    return bool(re.fullmatch(f"[a-z]{{1,{MAX_LETTERS}}}", text))
