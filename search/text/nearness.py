"""What somebody may have meant: places in a text that sound like what was typed, or differ from it by one character."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

#: Shorter words differ from many others by one character: they are taken for misspelt only if they sound the same.
SHORTEST_TYPO = 3
#: From so many characters on, one of them may be missing or too many.
_SHORTEST_GAP = 4
# Sounds that people who speak a dialect write for each other.
_ALIKE = ((re.compile("^([zcs])h"), r"\1"), (re.compile("^n"), "l"), (re.compile("ng$"), "n"))


class How(enum.IntEnum):
    """How a text differs from what was typed, from the likeliest mistake on."""

    SOUNDS_THE_SAME = 0
    SOUNDS_ALIKE = 1
    IS_SWAPPED = 2
    HAS_ANOTHER = 3
    HAS_ONE_MORE_OR_LESS = 4


class Spoken(NamedTuple):
    """Tokens, and a syllable for each."""

    tokens: Sequence[str]
    syllables: Sequence[str]

    def part(self, start: int, end: int) -> Spoken:
        """From the token ``start`` up to ``end``, excluded."""
        return Spoken(self.tokens[start:end], self.syllables[start:end])


class Place(NamedTuple):
    """Where ``tokens[start:end]`` of a text are near to what was typed."""

    how: How
    start: int
    end: int


def places_near(typed: Spoken, text: Spoken) -> Iterator[Place]:
    """Every place in ``text`` that is near to ``typed`` and not the same."""
    count = len(typed.tokens)
    for length in (count, count + 1, count - 1) if count >= _SHORTEST_GAP else (count,):
        for start in range(len(text.tokens) - length + 1):
            how = difference(typed, text.part(start, start + length))
            if how is not None:
                yield Place(how, start, start + length)


def difference(typed: Spoken, other: Spoken) -> How | None:
    """How ``other`` differs from ``typed``; ``None`` if it is the same, or differs by more than one mistake."""
    if list(typed.tokens) == list(other.tokens):
        return None
    if len(typed.tokens) != len(other.tokens):
        return _difference_of_lengths(typed.tokens, other.tokens)
    if list(typed.syllables) == list(other.syllables):
        return How.SOUNDS_THE_SAME
    if list(map(_alike, typed.syllables)) == list(map(_alike, other.syllables)):
        return How.SOUNDS_ALIKE
    return _difference_of_places(typed.tokens, other.tokens)


def _difference_of_places(typed: Sequence[str], other: Sequence[str]) -> How | None:
    places = [at for at, (one, two) in enumerate(zip(typed, other, strict=True)) if one != two]
    if len(places) == 1 and len(typed) >= SHORTEST_TYPO:
        return How.HAS_ANOTHER
    if len(places) == 2 and places[1] == places[0] + 1:
        first, second = places
        if (typed[first], typed[second]) == (other[second], other[first]):
            return How.IS_SWAPPED
    return None


def _difference_of_lengths(typed: Sequence[str], other: Sequence[str]) -> How | None:
    longer, shorter = (typed, other) if len(typed) > len(other) else (other, typed)
    same = next((at for at, one in enumerate(shorter) if one != longer[at]), len(shorter))
    # At the ends of a place the character is only the neighbour of what was typed.
    is_inside = 0 < same < len(shorter)
    return How.HAS_ONE_MORE_OR_LESS if is_inside and list(longer[same + 1 :]) == list(shorter[same:]) else None


@lru_cache(maxsize=2_000)
def _alike(syllable: str) -> str:
    """Remembered: there are four hundred syllables, and every word of the dictionary is compared by them."""
    for pattern, replacement in _ALIKE:
        syllable = pattern.sub(replacement, syllable)
    return syllable
