"""Words in letters: as they stand, as pinyin, or as the initials of a title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from search.engines.contract import AnyOf, Field, Phrase
from search.text.pinyin import all_syllables, divisions, is_latin_word, readings_alike
from search.text.words import Word

from .parts import Role, Term
from .terms import word_term
from .vocabulary import Vocabulary

_PINYIN, _INITIALS = frozenset({Field.PINYIN}), frozenset({Field.INITIALS})
#: What known words are worth that are typed in letters, and how many are looked for that are typed alike.
_SPOKEN, _MOST_WORDS = 0.8, 4
#: What a syllable is worth that some dialects do not tell from the one typed: lingshi for linshi.
_ALIKE = 0.3
#: Two initials stand in half of all titles, more than this many in none by chance.
_FEWEST_INITIALS, _MOST_INITIALS = 2, 20


def latin_terms(words: Sequence[Word], vocabulary: Vocabulary) -> list[Term]:
    """A term for each word in letters; words that are a syllable each, as in “zheng wu gong kai”, are one reading."""
    letters = ["".join(word) for word in words]
    if len(words) > 1 and all(one in all_syllables() for one in letters):
        return [_term(" ".join(letters), tuple(letters), "".join(letters), vocabulary)]
    return [_term(one, word, one, vocabulary) for one, word in zip(letters, words, strict=True)]


def is_latin(word: Word) -> bool:
    """Whether ``word`` is letters that may be pinyin."""
    return len(word) == 1 and is_latin_word(word[0])


def _term(text: str, tokens: Word, letters: str, vocabulary: Vocabulary) -> Term:
    phrases = [Phrase(tokens), *_known_words(letters, vocabulary)]
    readings = [reading for reading in divisions(letters) if len(reading) > 1]
    phrases += [Phrase(reading, _PINYIN, 0.8) for reading in readings]
    phrases += [Phrase(alike, _PINYIN, _ALIKE) for reading in readings[:1] for alike in readings_alike(reading)]
    if _FEWEST_INITIALS <= len(letters) <= _MOST_INITIALS:
        phrases.append(Phrase(tuple(letters), _INITIALS, 0.6))
    return Term(text, Role.LATIN, AnyOf(tuple(phrases)))


def _known_words(letters: str, vocabulary: Vocabulary) -> Iterator[Phrase]:
    """Words of the dictionary that are typed like this, with all that stands for them, wherever they stand."""
    known = vocabulary.words_in_letters.get(letters, ())
    for word in known[:_MOST_WORDS]:
        for phrase in word_term(word, vocabulary).any_of.phrases:
            yield replace(phrase, weight=phrase.weight * _SPOKEN)
