"""A document as the rows of an index file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from search.documents import SearchDocument
from search.engines.contract import Field
from search.engines.fields import facet_values, number_order, searched_tokens, shown_values

from .pairs import paired
from .schema import COLUMNS


@dataclass(frozen=True, slots=True)
class Rows:
    """What is written for one document. ``facts`` is what every process remembers, ``body`` what hits are made of."""

    key: int
    version: int
    facts: bytes
    body: bytes
    texts: tuple[str, ...]


def rows_for(document: SearchDocument) -> Rows:
    """The rows for ``document``."""
    tokens = searched_tokens(document)
    return Rows(
        key=document.key,
        version=document.version,
        facts=_written(_facts(document, tokens)),
        body=_written(shown_values(document)),
        texts=tuple(paired(tokens[field]) for field in COLUMNS),
    )


def _facts(document: SearchDocument, tokens: dict[Field, str]) -> dict[str, Any]:
    return {
        "day": document.published_on.toordinal() if document.published_on else 0,
        "title": tokens[Field.TITLE],
        "number": tokens[Field.NUMBER],
        "order": number_order(document.number),
        "number_key": document.number_key,
        "index_number": document.index_number,
        "values": {name.value: values for name, values in facet_values(document).items() if values},
        "force": [
            (span.force, span.is_in_force, span.starts_on.toordinal(), span.ends_on.toordinal())
            for span in document.force
        ],
    }


def _written(value: dict[str, Any]) -> bytes:
    """JSON; broken surrogates that came along from some file survive the way there and back."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
