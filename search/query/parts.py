"""What was understood of a query."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from search.engines.contract import AnyOf, FacetName, Phrase, Question


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

    ``filters`` are facets that were named in the query (单位:…, 年份:…). ``is_cut``: there was more than is looked for.
    """

    text: str
    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    preferred: tuple[Phrase, ...] = ()
    filters: Mapping[FacetName, frozenset[str]] = field(default_factory=dict)
    number_key: str = ""
    index_number: str = ""
    is_cut: bool = False

    @property
    def required(self) -> tuple[Term, ...]:
        """The terms that hits have to hold; all of them, if every one says little."""
        return tuple(term for term in self.terms if not term.is_optional) or self.terms

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

    def relaxed(self) -> Question | None:
        """What it is asked when that finds nothing: two thirds of the words are enough; ``None`` if they are all."""
        count = len(self.required)
        least = -(-count * 2 // 3) if count > 2 else 1
        if count < 2 or least >= count:
            return None
        question = self.question
        return Question(question.words, question.without, least, question.preferred)
