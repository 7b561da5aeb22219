"""Read the wordings of 公开时限 that catalogues use. The text itself is always kept; what is not understood says so.

The usual ones are “信息形成或者变更之日起20个工作日内” (Regulations on Open Government Information, Art. 26),
“及时公开” and “公告期限为5个工作日”. A number before an event (“召开5个工作日前”) is no period after one, and is not
read as one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.contrib.item_catalogue.enums import LimitKind

from .numerals import NUMERAL, number_of

_CLAUSE = re.compile(r"[^。；;，,、\n()（）]+")
_PERIOD = re.compile(
    rf"(?P<number>{NUMERAL})\s*(?:个)?\s*(?P<unit>工作日|自然日|日历日|天|日(?!期)|小时)(?:/日|/天)*\s*"
    r"(?P<end>之内|以内|内|之?前|以前)?"
)
_YEARLY = re.compile(
    rf"(?:每年|当年|次年)度?\s*(?P<month>{NUMERAL})\s*月\s*(?:份)?\s*(?:(?P<day>{NUMERAL})\s*[日号]|底|末|月底)?\s*"
    r"(?:之|以)?前"
)
_STAYS = re.compile(
    r"(?:(?:公示|公告|展示|张贴)(?:的?(?:期限|期间|时间|时限|期))?|(?:公布|公开)期)"
    r"(?:一般|原则上|均|应|应当)?(?:为|是)?(?:不少于|不得少于|不低于|不短于|至少)?\s*\Z"
    r"|(?:不少于|不得少于|不低于|不短于|至少)\s*\Z"
)
_AHEAD = re.compile(r"提前(?:至少|不少于)?\s*\Z")
_AT_ONCE = re.compile(r"及时|实时|即时|适时更新|立即|立刻|随时|第一时间|(?:当日|当天|即日)(?!起)")
_HOURS = 24
_UNIT_KINDS = {"工作日": LimitKind.WORKING_DAYS}


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """One limit. ``text`` is the clause that states it, as it is written.

    ``number`` counts days of ``kind``, and is ``None`` where there is none; a yearly limit names ``month`` and ``day``,
    the last day on which it is kept.
    """

    kind: LimitKind
    text: str
    number: int | None = None
    month: int | None = None
    day: int | None = None


def parse_time_limits(text: str) -> tuple[TimeLimit, ...]:
    """Every limit in ``text``, in its order: none for a blank, one unparsed for a text that states none we know."""
    found = tuple(limit for clause in _CLAUSE.findall(text) for limit in _limits_in(clause.strip()))
    known = tuple(limit for limit in found if limit.kind != LimitKind.UNPARSED)
    if known or not text.strip():
        return known
    return (TimeLimit(LimitKind.UNPARSED, text.strip()),)


def governing(limits: Sequence[TimeLimit]) -> TimeLimit | None:
    """The limit that a publication is measured by: a number before “at once”, and any before a period of display."""
    order = [LimitKind.WORKING_DAYS, LimitKind.DAYS, LimitKind.YEARLY, LimitKind.AT_ONCE, LimitKind.DISPLAY]
    ranked = sorted(limits, key=lambda limit: order.index(limit.kind) if limit.kind in order else len(order))
    return ranked[0] if ranked else None


def _limits_in(clause: str) -> Iterator[TimeLimit]:
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", clause))
    yearly = _YEARLY.search(plain)
    if yearly:
        yield _yearly(yearly, clause)
        return
    periods = [match for match in _PERIOD.finditer(plain) if not _is_clock_or_date(plain, match)]
    for match in periods:
        yield _period(plain, match, clause)
    if _AT_ONCE.search(plain) and not any(_is_due(plain, match) for match in periods):
        yield TimeLimit(LimitKind.AT_ONCE, clause)


def _yearly(match: re.Match[str], clause: str) -> TimeLimit:
    month = number_of(match["month"])
    day = number_of(match["day"]) if match["day"] else _LAST_DAYS.get(month, 0)
    if not day or not 1 <= month <= len(_LAST_DAYS) or day > _LAST_DAYS[month]:
        return TimeLimit(LimitKind.UNPARSED, clause)
    return TimeLimit(LimitKind.YEARLY, clause, month=month, day=day)


_LAST_DAYS = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}


def _is_clock_or_date(plain: str, match: re.Match[str]) -> bool:
    """Whether the number is the day of a date (3月15日) instead of a count."""
    return plain[: match.start()].endswith("月") and match["unit"] == "日"


def _is_due(plain: str, match: re.Match[str]) -> bool:
    end = match["end"] or ""
    return not end.endswith("前") and not _AHEAD.search(plain[: match.start()])


def _period(plain: str, match: re.Match[str], clause: str) -> TimeLimit:
    if not _is_due(plain, match):
        return TimeLimit(LimitKind.UNPARSED, clause)
    number = number_of(match["number"])
    if not match["end"] and _STAYS.search(plain[: match.start()]):
        return TimeLimit(LimitKind.DISPLAY, clause, number)
    if match["unit"] == "小时":
        return TimeLimit(LimitKind.DAYS, clause, -(-number // _HOURS))
    return TimeLimit(_UNIT_KINDS.get(match["unit"], LimitKind.DAYS), clause, number)
