"""What stands in a cell: a number, “/” (does not apply), or nothing. These are three things, and 0 is a number."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, Final, Literal

from django.utils.translation import gettext as _

from .forms import Form, Key, Kind


class _Mark(Enum):
    NOT_APPLICABLE = "/"

    def __str__(self) -> str:
        return self.value


#: The organ has no such thing to report: printed as “/”.
NOT_APPLICABLE: Final = _Mark.NOT_APPLICABLE

#: ``None`` is a cell in which nothing is written.
Value = Decimal | Literal[_Mark.NOT_APPLICABLE] | None
Values = Mapping[Key, Value]

#: Digits before the point and after it.
MAX_DIGITS: Final = 12
MAX_PLACES: Final = 6
_SLASHES: Final = frozenset({"/", "\\", "／", "∕", "⁄"})
_DASHES: Final = re.compile(r"[-‐-―−－_]+")
_UNITS: Final = re.compile(r"(?:件|条|项|宗|人次|个|万元)$")
_NUMBER: Final = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?")


class CellRefused(ValueError):
    """The text is none of what a cell holds: ``code``, and sentences in the active language."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy


def read_cell(text: str, kind: Kind = Kind.COUNT) -> Value:
    """The value that is written in a cell: full-width digits, separators of thousands and units are understood.

    Raises :class:`CellRefused`.
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text).replace("\N{MINUS SIGN}", "-"))
    if not plain:
        return None
    if plain in _SLASHES:
        return NOT_APPLICABLE
    if _DASHES.fullmatch(plain):
        message = _("“%(text)s” does not say whether nothing is known or the matter does not apply.")
        raise CellRefused("dash", message % {"text": plain[:20]}, _("Write “/”, 0 or nothing."))
    match = _NUMBER.fullmatch(_UNITS.sub("", plain.replace("，", ",")))
    if match is None:
        message = _("“%(text)s” is no number.") % {"text": text.strip()[:40]}
        raise CellRefused("no-number", message, _("Write digits, “/” or nothing."))
    return _number(text.strip()[:40], *match.groups(), kind=kind)


def _number(text: str, sign: str, digits: str, places: str | None, *, kind: Kind) -> Decimal:
    whole, fraction = digits.replace(",", ""), (places or "").rstrip("0")
    words = {"text": text, "digits": MAX_DIGITS, "places": MAX_PLACES}
    if fraction and kind != Kind.AMOUNT:
        raise CellRefused("not-whole", _("“%(text)s” is no whole number.") % words, _("Write a whole number."))
    if sign == "-" and kind != Kind.CHANGE:
        raise CellRefused("negative", _("“%(text)s” is less than nothing.") % words, _("Write 0 or more."))
    if len(whole.lstrip("0")) > MAX_DIGITS or len(fraction) > MAX_PLACES:
        remedy = _("Write at most %(digits)d digits before the point and %(places)d after it.") % words
        raise CellRefused("too-long", _("“%(text)s” is too long for a cell.") % words, remedy)
    return Decimal(f"{sign}{whole}.{fraction or 0}").normalize() + 0


def format_cell(value: Value) -> str:
    """How a value is printed: plain digits, “/”, or nothing."""
    if value is None:
        return ""
    return f"{value.normalize() + 0:f}" if isinstance(value, Decimal) else str(value)


def to_json(values: Values) -> dict[str, str]:
    """Values as plain JSON, by ``table/row/column``; blank cells are left out."""
    return {"/".join(key): format_cell(value) for key, value in sorted(values.items()) if value is not None}


def from_json(form: Form, data: Mapping[str, Any]) -> dict[Key, Value]:
    """Values of all cells of the form; what is stored for cells that it does not have is left out."""
    return {key: _stored(data.get("/".join(key))) for key in form.cells()}


def _stored(text: Any) -> Value:
    if not text:
        return None
    return NOT_APPLICABLE if text == str(NOT_APPLICABLE) else Decimal(text)
