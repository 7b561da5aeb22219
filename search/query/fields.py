"""What is meant for one field: 标题:公积金, 单位:区教育局, 年份:2019, 文号:长政办发 2019 54."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from search.engines.contract import AnyOf, FacetName, Field
from search.text.words import key_of

from .lexing import FieldName, Piece
from .numbers import number_at_start
from .parts import Role, Term
from .terms import Fields, phrase_term, word_term
from .vocabulary import Vocabulary

_FIELDS: Mapping[FieldName, Fields] = {
    FieldName.TITLE: frozenset({Field.TITLE}),
    FieldName.NUMBER: frozenset({Field.NUMBER}),
    FieldName.INDEX_NUMBER: frozenset({Field.NUMBER}),
    FieldName.BODY: frozenset({Field.BODY, Field.HEADINGS}),
    FieldName.ATTACHMENTS: frozenset({Field.ATTACHMENTS}),
    FieldName.KEYWORDS: frozenset({Field.KEYWORDS}),
    FieldName.UNIT: frozenset({Field.KEYWORDS}),
}
_YEAR = re.compile("((?:19|20)[0-9]{2})年?度?")


@dataclass(frozen=True, slots=True)
class FieldRead:
    """What the first ``pieces`` pieces say."""

    terms: list[Term] = field(default_factory=list)
    filters: Mapping[FacetName, list[str]] = field(default_factory=dict)
    pieces: int = 1


def read_field(pieces: list[Piece], vocabulary: Vocabulary) -> FieldRead:
    """Read the first of ``pieces``, which names a field."""
    piece = pieces[0]
    if piece.field is FieldName.NUMBER:
        return _read_number(pieces, vocabulary)
    if piece.field is FieldName.YEAR:
        year = _YEAR.fullmatch(key_of(piece.text))
        return FieldRead(filters={FacetName.YEAR: [year[1]]}) if year else FieldRead(_words(piece, vocabulary))
    units = vocabulary.units.get(key_of(piece.text), ()) if piece.field is FieldName.UNIT else ()
    if units:
        return FieldRead(filters={FacetName.UNIT: [unit.value for unit in units]})
    return FieldRead(_words(piece, vocabulary))


def _read_number(pieces: list[Piece], vocabulary: Vocabulary) -> FieldRead:
    plain = [replace(piece, field=FieldName.NONE, is_quoted=False) for piece in pieces]
    number = number_at_start(plain, vocabulary.agencies)
    if not number:
        return FieldRead(_words(pieces[0], vocabulary))
    own = tuple(phrase for phrase in number.term.any_of.phrases if phrase.fields == _FIELDS[FieldName.NUMBER])
    return FieldRead([replace(number.term, any_of=AnyOf(own))], pieces=number.pieces)


def _words(piece: Piece, vocabulary: Vocabulary) -> list[Term]:
    fields = _FIELDS.get(piece.field)
    if fields is None or piece.is_quoted or fields == _FIELDS[FieldName.NUMBER]:
        term = phrase_term(piece.text, Role.QUOTED, **({"fields": fields} if fields else {}))
        return [term] if term else []
    return [word_term(word, vocabulary, fields=fields) for word in vocabulary.splitter.split(piece.text)]
