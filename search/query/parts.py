"""What was understood of a query."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain, pairwise

from search.engines.contract import AnyFacet, AnyOf, Phrase, Question
from search.text.folding import is_han

from .question_words import is_kind_of_document, says_nothing

#: Of words that are taken apart: work grows with them.
_MOST_PIECES = 16


class Role(StrEnum):
    """What a term is."""

    WORD = "word"
    QUOTED = "quoted"
    NUMBER = "number"
    INDEX_NUMBER = "index_number"
    UNIT = "unit"
    LATIN = "latin"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is looked for. ``is_optional``: it says little, so hits may lack it, though at a loss."""

    text: str
    role: Role
    any_of: AnyOf
    is_optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query as it was understood; ``text`` is what was typed, cleaned.

    ``filters`` are facets that were named in the query (单位:…, 年份:…). ``lifted`` are
    the types of pages that it is rather after. ``is_cut``: there was more than is looked for.
    """

    text: str
    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    preferred: tuple[Phrase, ...] = ()
    filters: Mapping[AnyFacet, frozenset[str]] = field(default_factory=dict)
    number_key: str = ""
    index_number: str = ""
    lifted: Mapping[str, float] = field(default_factory=dict)
    is_cut: bool = False

    @property
    def required(self) -> tuple[Term, ...]:
        """The terms that hits have to hold; all of them, if every one says little."""
        return tuple(term for term in self.terms if not term.is_optional) or self.terms

    @property
    def drops_chips(self) -> bool:
        """Whether hits may lack a character that is left of something unknown, so that something else may be meant."""
        dropped = (term.text for term in self.terms if term not in self.required and term.role is Role.WORD)
        return any(len(text) == 1 and not says_nothing(text) for text in dropped)

    @property
    def is_exact(self) -> bool:
        """Whether something is asked for that hits have to hold as it is: quoted text, or a number."""
        return any(term.role in {Role.QUOTED, Role.NUMBER, Role.INDEX_NUMBER} for term in self.terms)

    @property
    def question(self) -> Question:
        """What an engine is asked first."""
        return Question(
            words=tuple(term.any_of for term in self.required),
            without=tuple(term.any_of for term in self.without),
            preferred=self.preferred,
        )

    @property
    def marked(self) -> tuple[tuple[str, ...], ...]:
        """What is marked in hits: everything that was looked for, and none of the words that say little."""
        return tuple(dict.fromkeys(phrase.tokens for term in self.required for phrase in term.any_of.phrases))

    def relaxations(self) -> Iterator[Question]:
        """What it is asked when that finds nothing, or little: one after the other, each asking for less.

        First without units and words that stand in the titles of all kinds of documents; then for two thirds of what is
        left, and for less and less of it; in the end for pieces of words.
        """
        telling = tuple(term.any_of for term in self.required if not is_general(term)) or self.question.words
        if len(telling) < len(self.required):
            yield replace(self.question, words=telling)
        count = len(telling)
        for least in dict.fromkeys((-(-count * 2 // 3), -(-count // 2), -(-count // 3), min(count, 1))):
            if least < count:
                yield replace(self.question, words=telling, least=least)
        pieces = tuple(dict.fromkeys(chain.from_iterable(map(_pieces, telling))))[:_MOST_PIECES]
        if len(pieces) > 1:
            yield replace(self.question, words=pieces, least=-(-len(pieces) // 2))


def is_general(term: Term) -> bool:
    """Whether ``term`` says who publishes, or what kind of document it is, and nothing of the matter."""
    return term.role is Role.UNIT or (term.role is Role.WORD and is_kind_of_document(term.text))


def _pieces(word: AnyOf) -> Iterator[AnyOf]:
    """Every two neighbours of a longer word in Chinese."""
    typed = word.phrases[0]
    if len(typed.tokens) > 2 and all(map(is_han, typed.tokens)):
        for pair in pairwise(typed.tokens):
            yield AnyOf((replace(typed, tokens=pair),))
