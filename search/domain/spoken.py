"""A Chinese title typed in letters: as its syllables, of which the last may be cut short, or as their initials."""

from __future__ import annotations

from collections.abc import Sequence

from search.engines.contract import AnyOf, Field, Phrase
from search.text.pinyin import all_syllables, divisions

_PINYIN, _INITIALS = frozenset({Field.PINYIN}), frozenset({Field.INITIALS})
#: Fewer initials stand in half of all titles; so many letters are more than a title's worth.
FEWEST_LETTERS, MOST_LETTERS, MOST_INITIALS = 2, 60, 20
_LONGEST_REST = 5


def spoken_titles(tokens: Sequence[str]) -> AnyOf | None:
    """What titles hold that are read aloud like ``tokens``; ``None`` where they cannot be pinyin."""
    letters = "".join(tokens)
    if not (letters.isascii() and letters.isalpha() and FEWEST_LETTERS <= len(letters) <= MOST_LETTERS):
        return None
    phrases = [Phrase(reading, _PINYIN) for reading in _readings(letters)]
    if len(letters) <= MOST_INITIALS:
        phrases.append(Phrase(tuple(letters), _INITIALS, 0.6))
    return AnyOf(tuple(dict.fromkeys(phrases))) if phrases else None


def _readings(letters: str) -> list[tuple[str, ...]]:
    """Whole syllables if there are any, else those that the last letters may become: ``zhengw``, ``zhengwu``."""
    if whole := divisions(letters):
        return whole
    for cut in range(1, min(_LONGEST_REST, len(letters) - 1) + 1):
        begun, rest = divisions(letters[:-cut], limit=1), letters[-cut:]
        endings = sorted(one for one in all_syllables() if one.startswith(rest))
        if begun and endings:
            return [(*begun[0], ending) for ending in endings]
    return []
