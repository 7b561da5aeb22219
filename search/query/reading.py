"""Reading what people type. Whatever they type, the answer is a query and never an error."""

from __future__ import annotations

import re
from itertools import groupby

from disclosure_pages.documents.numbers.document_number import find_document_numbers
from search.engines.contract import FacetName
from search.text.words import Word

from .fields import read_field
from .latin import is_latin, latin_terms
from .lexing import MAX_LENGTH, FieldName, Piece, clean, pieces_of
from .lifting import lifted_types
from .numbers import number_at_start, number_term
from .parts import Query, Role, Term
from .preferring import preferred_phrases
from .question_words import optional_words
from .terms import phrase_term, word_term
from .vocabulary import Vocabulary, starter_vocabulary

#: Of words and phrases that hits have to hold; what is typed beyond them is not looked for.
MAX_TERMS = 16
_BETWEEN_WORDS = re.compile(r"[，、；;。！!？?|…]+|,(?![0-9]{3})")


def read_query(text: str, vocabulary: Vocabulary | None = None) -> Query:
    """What ``text`` asks for, as far as ``vocabulary`` knows its words."""
    cleaned = clean(text)
    reader = _Reader(vocabulary or starter_vocabulary())
    reader.read(pieces_of(cleaned))
    terms = reader.terms()
    return Query(
        text=cleaned,
        terms=tuple(terms[:MAX_TERMS]),
        without=tuple(reader.without[:MAX_TERMS]),
        preferred=preferred_phrases(terms[:MAX_TERMS], reader.plain),
        filters={name: frozenset(values) for name, values in reader.filters.items()},
        number_key=reader.number_key if len(terms) == 1 else "",
        index_number=terms[0].text if [term.role for term in terms] == [Role.INDEX_NUMBER] else "",
        lifted=lifted_types([term.text for term in terms]),
        is_cut=len(text) > MAX_LENGTH or max(len(terms), len(reader.without)) > MAX_TERMS,
    )


class _Reader:
    """Goes through the pieces once. Words wait till the end: which of them say little depends on all of them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._found: list[Term | Word] = []
        self.without: list[Term] = []
        self.plain: list[str] = []
        self.filters: dict[FacetName, set[str]] = {}
        self.number_key = ""

    def read(self, pieces: list[Piece]) -> None:
        at = 0
        while at < len(pieces):
            at += self._read_at(pieces[at:])

    def terms(self) -> list[Term]:
        """The terms in the order of the query, each once."""
        words = [one for one in self._found if not isinstance(one, Term)]
        optional = dict(zip(words, optional_words(words), strict=True))
        terms: list[Term] = []
        for in_letters, run in groupby(self._found, key=_is_in_letters):
            if in_letters:
                terms += latin_terms([word for word in run if not isinstance(word, Term)], self._vocabulary)
            else:
                terms += (
                    one if isinstance(one, Term) else word_term(one, self._vocabulary, is_optional=optional[one])
                    for one in run
                )
        return list({term.any_of: term for term in terms}.values())

    def _read_at(self, pieces: list[Piece]) -> int:
        """Read the first of ``pieces``, and those that belong to it; how many that were."""
        piece = pieces[0]
        if piece.is_excluded:
            self._keep(self.without, phrase_term(piece.text, Role.QUOTED))
            return 1
        if piece.field is not FieldName.NONE:
            return self._read_field(pieces)
        number = number_at_start(pieces, self._vocabulary.agencies)
        if number:
            self._found.append(number.term)
            self.number_key = number.key
            return number.pieces
        if piece.is_quoted:
            self._keep(self._found, phrase_term(piece.text, Role.QUOTED))
        else:
            self._read_plain(piece.text)
        return 1

    def _read_field(self, pieces: list[Piece]) -> int:
        found = read_field(pieces, self._vocabulary)
        self._found += found.terms
        for name, values in found.filters.items():
            self.filters.setdefault(name, set()).update(values)
        return found.pieces

    def _read_plain(self, text: str) -> None:
        """Words, and complete document numbers among them."""
        start = 0
        for found in find_document_numbers(text, agencies=self._vocabulary.agencies):
            self._read_words(text[start : found.start])
            self._found.append(number_term(found.text, found.number))
            start = found.end
        self._read_words(text[start:])

    def _read_words(self, text: str) -> None:
        self.plain.append(text)
        for part in _BETWEEN_WORDS.split(text):
            self._found += self._vocabulary.splitter.split(part)

    @staticmethod
    def _keep(into: list[Term] | list[Term | Word], term: Term | None) -> None:
        if term:
            into.append(term)


def _is_in_letters(one: Term | Word) -> bool:
    return not isinstance(one, Term) and is_latin(one)
