"""Numbers of documents in what people type, whole or in part."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from disclosure_pages.documents.numbers.document_number import DocumentNumber, NumberForm, parse_document_number
from disclosure_pages.documents.numbers.index_number import parse_index_number
from disclosure_pages.documents.numbers.partial import PartialNumber, parse_partial
from search.engines.contract import PROSE, AnyOf, Field, Phrase
from search.text.tokens import tokens_of

from .lexing import Piece
from .parts import Role, Term

_FORMS = (NumberForm.BRACKETED, NumberForm.YEARLY)
_NUMBER = frozenset({Field.NUMBER})
#: Codes of agencies end like this; with any other end “招生 2019 5” is three words.
_ENDINGS = ("发", "函", "办", "字", "令", "告", "批", "电", "规", "知", "复", "通", "议", "纪")
#: A number may be typed with blanks in it, as so many pieces.
_MOST_PIECES = 6


@dataclass(frozen=True, slots=True)
class NumberFound:
    """A number in the first ``pieces`` pieces; ``key`` is that of a whole one."""

    term: Term
    pieces: int
    key: str = ""


def number_at_start(pieces: list[Piece], agencies: Collection[str]) -> NumberFound | None:
    """The number that the longest possible row of ``pieces`` from the first on is."""
    most = next((at for at, piece in enumerate(pieces) if piece.is_quoted or piece.is_excluded), len(pieces))
    for count in range(min(most, _MOST_PIECES), 0, -1):
        text = " ".join(piece.text for piece in pieces[:count])
        term, key = _read(text, agencies)
        if term:
            return NumberFound(term, count, key)
    return None


def _read(text: str, agencies: Collection[str]) -> tuple[Term | None, str]:
    number = parse_document_number(text)
    if number is not None and (number.agency in agencies or number.agency.endswith(_ENDINGS)):
        return number_term(text, number), number.key
    index_number = parse_index_number(text)
    if index_number is not None:
        phrase = Phrase(tuple(tokens_of(str(index_number))), weight=2.0, fields=_NUMBER)
        return Term(text, Role.INDEX_NUMBER, AnyOf((phrase,))), ""
    partial = parse_partial(text) if number is None else None
    return (_partial_term(text, partial), "") if partial else (None, "")


def number_term(text: str, number: DocumentNumber) -> Term:
    """Looks for ``number`` as a number above all, and for texts that mention it in any printed form."""
    forms = [number.key, str(number), *(str(replace(number, form=form)) for form in _FORMS if number.year)]
    spellings = dict.fromkeys(tuple(tokens_of(form)) for form in forms)
    own = [Phrase(tokens, _NUMBER, 2.0) for tokens in spellings]
    return Term(text, Role.NUMBER, AnyOf((*own, *(Phrase(tokens) for tokens in spellings))))


def _partial_term(text: str, partial: PartialNumber) -> Term:
    typed = tuple(tokens_of(text))
    serial = str(partial.serial) if partial.serial else ""
    spellings = [typed]
    if partial.year and serial:
        spellings += [(str(partial.year), serial, "号"), (str(partial.year), "年", "第", serial, "号")]
    elif serial and not partial.agency:
        spellings += [(serial, "号")]
    own = [Phrase(tokens, _NUMBER, 2.0) for tokens in dict.fromkeys(spellings)]
    return Term(text, Role.NUMBER, AnyOf((*own, Phrase(typed, PROSE))))
