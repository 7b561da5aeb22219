"""The annual report as its forms are laid down: tables, cells, sums and checks. Plain values, no database."""

from .checks import Failure, blanks, checks
from .forms import Column, Form, Key, Kind, Part, Prose, Row, Table
from .layout import Grid, Laid, lay_out
from .loading import form_of, form_of_year, forms
from .sums import is_sum, summed
from .values import NOT_APPLICABLE, CellRefused, Value, Values, format_cell, from_json, read_cell, to_json

__all__ = [
    "NOT_APPLICABLE",
    "CellRefused",
    "Column",
    "Failure",
    "Form",
    "Grid",
    "Key",
    "Kind",
    "Laid",
    "Part",
    "Prose",
    "Row",
    "Table",
    "Value",
    "Values",
    "blanks",
    "checks",
    "form_of",
    "form_of_year",
    "format_cell",
    "forms",
    "from_json",
    "is_sum",
    "lay_out",
    "read_cell",
    "summed",
    "to_json",
]
