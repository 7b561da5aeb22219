"""Days and terms as official documents write them, and the reckoning with them."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from disclosure_pages.documents.numbers.numerals import NUMERAL_CHARACTERS, read_numeral

from .proposal import Term

#: A small number, for patterns.
NUMERAL = f"(?:[0-9]{{1,4}}|[{NUMERAL_CHARACTERS}]{{1,5}})"
_YEAR = "(?:[0-9]{4}|[〇零一二三四五六七八九]{4})"
_SMALL = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"

#: A day, for patterns.
DAY = rf"(?:{_YEAR}年{_SMALL}月{_SMALL}[日号]|[0-9]{{4}}[-./][0-9]{{1,2}}[-./][0-9]{{1,2}}日?)"
#: A day, or a month or year that is meant to its end.
LAST_DAY = rf"(?:{DAY}|{_YEAR}年{_SMALL}月(?:底|末)?|{_YEAR}年(?:底|末))"
#: A term in years, months, or both.
TERM = rf"(?:{NUMERAL}(?:（[^）]{{1,4}}）)?(?:周?年半?(?:零?{NUMERAL}个月)?|个月)|半年)"

_DATE = re.compile(rf"({_YEAR})[年\-./]({_SMALL})[月\-./]({_SMALL})[日号]?")
_MONTH = re.compile(rf"({_YEAR})年(?:({_SMALL})月)?(?:底|末)?")
_TERM = re.compile(rf"(?:({NUMERAL})(?:（[^）]*）)?周?年(半)?)?(?:零?({NUMERAL})(?:（[^）]*）)?个月)?")


def day_of(written: str) -> dt.date | None:
    """The day that ``2020年7月1日``, ``二〇二〇年七月一日`` or ``2020-07-01`` names, if the calendar has it."""
    match = _DATE.match(written)
    return _day(*match.groups()) if match else None


def last_day_of(written: str) -> dt.date | None:
    """As ``day_of``; of a month or a year, its last day."""
    if match := _DATE.match(written):
        return _day(*match.groups())
    match = _MONTH.match(written)
    year = read_numeral(match[1]) if match else None
    month = read_numeral(match[2] or "12") if match else None
    if not year or not month or month > 12:
        return None
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def _day(*written: str) -> dt.date | None:
    numbers = [read_numeral(part) for part in written]
    try:
        return dt.date(*[number or 0 for number in numbers])
    except ValueError:
        return None


def term_of(written: str) -> Term | None:
    """The term that ``5年``, ``两年``, ``18个月``, ``一年半`` or ``半年`` names."""
    if written == "半年":
        return Term(months=6)
    match = _TERM.fullmatch(written)
    if match is None:
        return None
    years, half, months = match.groups()
    in_months = (read_numeral(months or "") or 0) + (6 if half else 0)
    term = Term(years=read_numeral(years or "") or 0, months=in_months)
    return term if 0 < term.in_months <= 100 * 12 else None


def last_day_of_term(first: dt.date, term: Term) -> dt.date | None:
    """The last day of a term that begins on ``first``: five years from 1 July 2020 end on 30 June 2025.

    The day with the same number closes the term, exclusively; where the last month has no such day, the month's end
    does (Civil Code, Art. 200–202).
    """
    month_index = first.year * 12 + first.month - 1 + term.in_months
    year, month = divmod(month_index, 12)
    if year > dt.MAXYEAR:
        return None
    length = calendar.monthrange(year, month + 1)[1]
    if first.day > length:
        return dt.date(year, month + 1, length)
    return dt.date(year, month + 1, first.day) - dt.timedelta(days=1)
