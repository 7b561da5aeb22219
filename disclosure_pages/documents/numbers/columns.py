"""What a table keeps of a document number."""

from __future__ import annotations

from typing import NamedTuple

from .document_number import normalise, parse_document_number


class NumberColumns(NamedTuple):
    """Values of the columns beside the printed number; ``number_key`` is unique for each issuer."""

    number_key: str
    number_agency: str
    number_year: int | None
    number_serial: int | None


def columns_of(text: str) -> NumberColumns:
    """The columns for a number as it was written; of text that is no number only the key is known."""
    number = parse_document_number(text)
    if number is None:
        return NumberColumns(number_key=normalise(text), number_agency="", number_year=None, number_serial=None)
    return NumberColumns(
        number_key=number.key, number_agency=number.agency, number_year=number.year, number_serial=number.serial
    )
