"""Words in letters: as they stand, as pinyin, or as the initials of a title."""

from __future__ import annotations

from collections.abc import Sequence

from search.engines.contract import AnyOf, Field, Phrase
from search.text.pinyin import divisions, is_latin_word
from search.text.words import Word

from .parts import Role, Term

_PINYIN, _INITIALS = frozenset({Field.PINYIN}), frozenset({Field.INITIALS})
#: Two initials stand in half of all titles, more than this many in none by chance.
_FEWEST_INITIALS, _MOST_INITIALS = 2, 20


def latin_terms(words: Sequence[Word]) -> list[Term]:
    """A term for each word in letters; words that are syllables all, as in “zheng wu gong kai”, are one reading."""
    letters = ["".join(word) for word in words]
    if len(words) > 1 and all(divisions(one) for one in letters):
        return [_term(" ".join(letters), tuple(letters), "".join(letters))]
    return [_term(one, word, one) for one, word in zip(letters, words, strict=True)]


def is_latin(word: Word) -> bool:
    """Whether ``word`` is letters that may be pinyin."""
    return len(word) == 1 and is_latin_word(word[0])


def _term(text: str, tokens: Word, letters: str) -> Term:
    phrases = [Phrase(tokens)]
    phrases += [Phrase(reading, _PINYIN, 0.8) for reading in divisions(letters) if len(reading) > 1]
    if _FEWEST_INITIALS <= len(letters) <= _MOST_INITIALS:
        phrases.append(Phrase(tuple(letters), _INITIALS, 0.6))
    return Term(text, Role.LATIN, AnyOf(tuple(phrases)))
