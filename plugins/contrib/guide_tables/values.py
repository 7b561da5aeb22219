"""What a cell may hold, kind by kind: how it is written, how it is compared, and what is wrong with it. No database."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from plugins.api import clean_words, validate_phone, words_identity

from .enums import NUMERIC, ColumnKind
from .schema import Column

LONGEST = 500
_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]00:00(?::00)?)?")
_URL = re.compile(r"https?://[^\s/?#\"<>]+(?:[/?#][^\s\"<>]*)?", re.IGNORECASE)
_BOUNDS = {ColumnKind.LONGITUDE: Decimal(180), ColumnKind.LATITUDE: Decimal(90)}


class CellRefused(ValueError):
    """The cell does not hold what its column asks for: ``code``, and sentences in the active language."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code, self.message, self.remedy = code, message, remedy


def one_line(text: str) -> str:
    """Text as a cell keeps it: on one line, without tabs and signs that nobody sees."""
    flat = clean_words(" ".join(text.split("\t")))
    return " ".join("".join(sign for sign in flat if sign >= " " or sign in "\r\n").split())


def read_cell(column: Column, text: str) -> str:
    """The one way to write what ``text`` says in ``column``; empty where nothing is said.

    Raises :class:`CellRefused`.
    """
    text = one_line(text)
    if not text:
        if column.is_required:
            raise CellRefused("empty", _("Nothing is written here, and something must be."), _("Fill it in."))
        return ""
    if len(text) > LONGEST:
        message = _("The cell has %(count)d characters; at most %(limit)d are kept.")
        words = {"count": len(text), "limit": LONGEST}
        raise CellRefused("too-long", message % words, _("Shorten it, or tell it in the introduction."))
    return _READERS.get(column.kind, _as_it_is)(column, text)


def sort_value(kind: str, text: str) -> Any:
    """By what cells of ``kind`` that are not empty are put in order; of a cell that is wrong, by its text."""
    if kind in NUMERIC:
        number = number_of(text)
        return (number is None, number or Decimal(0), text)
    # The order of this encoding is that of the pinyin for the characters of everyday use.
    return text.encode("gb18030", "replace")


def number_of(text: str) -> Decimal | None:
    """The number that a cell holds, if it holds one."""
    plain = re.sub(r"(?<=\d)[,，](?=\d{3}(?!\d))", "", unicodedata.normalize("NFKC", text)).replace(" ", "")
    try:
        number = Decimal(plain.replace("\N{MINUS SIGN}", "-"))
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) < 30 else None


def _as_it_is(column: Column, text: str) -> str:
    return text


def _number(column: Column, text: str) -> str:
    number = number_of(text)
    if number is None:
        message = _("“%(value)s” is no number.") % {"value": text[:40]}
        raise CellRefused("no-number", message, _("Write digits alone; the unit stands in the heading."))
    bound = _BOUNDS.get(ColumnKind(column.kind))
    if bound is not None and abs(number) > bound:
        message = _("%(value)s is no %(kind)s.") % {"value": text[:40], "kind": ColumnKind(column.kind).label}
        remedy = _("Write degrees with a decimal point, as 112.98; longitude and latitude may have changed places.")
        raise CellRefused("out-of-bounds", message, remedy)
    return f"{number:f}"


def _day(column: Column, text: str) -> str:
    match = _DAY.fullmatch(unicodedata.normalize("NFKC", text))
    try:
        return dt.date(*(int(part) for part in match.groups())).isoformat() if match else _no_day(text)
    except ValueError:
        return _no_day(text)


def _no_day(text: str) -> str:
    message = _("“%(value)s” is no day of the calendar.") % {"value": text[:40]}
    raise CellRefused("no-day", message, _("Write it as 2026-09-01.")) from None


def _choice(column: Column, text: str) -> str:
    found = _by_identity(column.codes).get(words_identity(text))
    if found is None:
        message = _("“%(value)s” is not in the list of this column.") % {"value": text[:40]}
        remedy = _("Write one of: %(codes)s; or add it to the list.") % {"codes": "、".join(column.codes[:12])}
        raise CellRefused("not-in-list", message, remedy)
    return found


@lru_cache(maxsize=64)
def _by_identity(codes: tuple[str, ...]) -> Mapping[str, str]:
    """Kept, for it is asked for each cell of a column."""
    return {words_identity(code): code for code in codes}


def _phone(column: Column, text: str) -> str:
    try:
        validate_phone(text)
    except ValidationError:
        message = _("“%(value)s” is no phone number.") % {"value": text[:40]}
        raise CellRefused("no-phone", message, _("Write digits, as 0731-84000000; separate several by 、.")) from None
    return text


def _url(column: Column, text: str) -> str:
    if not _URL.fullmatch(text):
        message = _("“%(value)s” is no full web address.") % {"value": text[:40]}
        raise CellRefused("no-url", message, _("Write it with https:// or http:// at its beginning."))
    return text


_READERS: dict[str, Callable[[Column, str], str]] = {
    ColumnKind.NUMBER: _number,
    ColumnKind.LONGITUDE: _number,
    ColumnKind.LATITUDE: _number,
    ColumnKind.DAY: _day,
    ColumnKind.CHOICE: _choice,
    ColumnKind.PHONE: _phone,
    ColumnKind.URL: _url,
}
