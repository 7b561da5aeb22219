"""Rows as values for programs and for spreadsheets. No database."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from plugins.api import write_sheet

from .enums import NUMERIC
from .queries import Numbered
from .schema import Column, Schema
from .values import number_of


def sheet_of(schema: Schema, rows: Iterable[Numbered], *, file_format: str, title: str) -> bytes:
    """``csv`` or ``xlsx`` with every column; numbers are numbers, and no text is taken for a formula."""
    headings = [column.label for column in schema.columns]
    cells = ([_sheet_cell(column, text) for column, text in _pairs(schema, row)] for _number, row in rows)
    return write_sheet(headings=headings, rows=cells, file_format=file_format, title=_sheet_title(title))


def columns_as_json(schema: Schema) -> list[dict[str, Any]]:
    """What each column is called and holds."""
    return [
        {
            "key": column.key,
            "title": column.title,
            "kind": str(column.kind),
            "unit": column.unit,
            "codes": list(column.codes),
            "is_required": column.is_required,
        }
        for column in schema.columns
    ]


def rows_as_json(schema: Schema, rows: Iterable[Numbered]) -> list[dict[str, Any]]:
    """Each row by the keys of its columns; a cell that is empty is null, a number is a number."""
    return [{column.key: _json_cell(column, text) for column, text in _pairs(schema, row)} for _number, row in rows]


def _pairs(schema: Schema, row: tuple[str, ...]) -> Iterable[tuple[Column, str]]:
    return zip(schema.columns, row, strict=True)


def _sheet_cell(column: Column, text: str) -> str | Decimal:
    number = number_of(text) if column.kind in NUMERIC and text else None
    return text if number is None else number


def _json_cell(column: Column, text: str) -> str | int | float | None:
    if not text:
        return None
    number = number_of(text) if column.kind in NUMERIC else None
    if number is None:
        return text
    return int(number) if number == number.to_integral_value() else float(number)


def _sheet_title(title: str) -> str:
    """A name that workbooks take for a sheet."""
    return "".join(sign for sign in title if sign not in r"[]:*?/\'")[:31] or "1"
