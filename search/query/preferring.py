"""Phrases that lift hits without being asked of them: the query as a whole, and its words side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from search.engines.contract import Phrase
from search.text.tokens import tokens_of
from search.text.words import Word

from .parts import Role, Term

_WHOLE, _WITHOUT_EMPTY_WORDS, _IN_OTHER_WORDS, _PAIR, _OPTIONAL = 3.0, 2.0, 1.5, 1.0, 0.3
_MOST_PAIRS = 6


def preferred_phrases(terms: Sequence[Term], plain: Sequence[str]) -> tuple[Phrase, ...]:
    """Preferred phrases for ``terms``, which come from the texts ``plain`` as far as they are words; heaviest first."""
    words = [term for term in terms if term.role in {Role.WORD, Role.UNIT}]
    telling = [_typed(term) for term in words if not term.is_optional] or list(map(_typed, words))
    found: dict[Word, float] = {}
    for tokens, weight in _weighted(words, telling, plain):
        if tokens:
            found[tokens] = max(weight, found.get(tokens, 0.0))
    return tuple(Phrase(tokens, weight=weight) for tokens, weight in sorted(found.items(), key=lambda one: -one[1]))


def _weighted(words: Sequence[Term], telling: Sequence[Word], plain: Sequence[str]) -> Iterator[tuple[Word, float]]:
    yield tuple(tokens_of(" ".join(plain))), _WHOLE
    yield _joined(telling), _WITHOUT_EMPTY_WORDS
    yield _joined([_in_other_words(term) for term in words if not term.is_optional]), _IN_OTHER_WORDS
    for pair in list(pairwise(telling))[:_MOST_PAIRS]:
        yield _joined(pair), _PAIR
    for term in words[1:] and words:
        if term.is_optional and len(_typed(term)) > 1:
            yield _typed(term), _OPTIONAL


def _typed(term: Term) -> Word:
    return term.any_of.phrases[0].tokens


def _in_other_words(term: Term) -> Word:
    """The first synonym of a word, or itself."""
    typed, *others = term.any_of.phrases
    return next((phrase.tokens for phrase in others if phrase.fields == typed.fields), typed.tokens)


def _joined(words: Sequence[Word]) -> Word:
    return tuple(chain.from_iterable(words))
