"""Terms for words, with everything that stands for them: synonyms, and the names of units."""

from __future__ import annotations

import re
from collections.abc import Iterable

from search.engines.contract import PROSE, AnyOf, Field, Phrase
from search.text.folding import is_han
from search.text.tokens import tokens_of
from search.text.words import Word

from .parts import Role, Term
from .synonyms import Synonyms
from .vocabulary import Vocabulary

#: What was typed is worth more than what stands for it.
_SYNONYM, _OTHER_NAME, _HEAD = 0.6, 0.8, 0.4
_MOST_NAMES = 12
_YEAR = re.compile("(?:19|20)[0-9]{2}年度?")

Fields = frozenset[Field]


def word_term(word: Word, vocabulary: Vocabulary, *, fields: Fields = PROSE, is_optional: bool = False) -> Term:
    """A word of a query."""
    key = "".join(word)
    names = [name for unit in vocabulary.units.get(key, ()) for name in unit.names][:_MOST_NAMES]
    phrases = [
        Phrase(word, fields),
        *_phrases(names, fields, _OTHER_NAME),
        *_phrases(vocabulary.synonyms.of(key), fields, _SYNONYM),
        *_phrases(_of_its_head(key, vocabulary.synonyms), fields, _HEAD),
    ]
    if word[-1] == "岁" and word[-2:] != ("周", "岁"):
        phrases.append(Phrase((*word[:-1], "周", "岁"), fields, _SYNONYM))
    if _YEAR.fullmatch(key):
        phrases.append(Phrase(word[:1], frozenset({Field.NUMBER})))
    role = Role.UNIT if names else Role.WORD
    return Term(key, role, AnyOf(_each_once(phrases)), is_optional)


def _of_its_head(key: str, synonyms: Synonyms) -> tuple[str, ...]:
    """In Chinese the last part of a word says what it is about: who types 放鞭炮 is after 鞭炮, and its synonyms."""
    if key in synonyms.words or not is_han(key[-1]):
        return ()
    heads = (key[start:] for start in range(1, len(key) - 1))
    head = next((head for head in heads if head in synonyms.words), "")
    return (head, *synonyms.of(head)) if head else ()


def phrase_term(text: str, role: Role, *, fields: Fields = PROSE) -> Term | None:
    """``text`` as it stands; ``None`` if nothing of it can be looked for."""
    tokens = tuple(tokens_of(text))
    return Term(text, role, AnyOf((Phrase(tokens, fields),))) if tokens else None


def _phrases(texts: Iterable[str], fields: Fields, weight: float) -> list[Phrase]:
    return [Phrase(tokens, fields, weight) for text in texts if (tokens := tuple(tokens_of(text)))]


def _each_once(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """The first of those with the same tokens and fields: the heaviest, as they are listed."""
    found: dict[tuple[Word, Fields], Phrase] = {}
    for phrase in phrases:
        found.setdefault((phrase.tokens, phrase.fields), phrase)
    return tuple(found.values())
