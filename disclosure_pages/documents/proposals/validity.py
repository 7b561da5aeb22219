"""The document's own days: “自2020年7月1日起施行”, “自发布之日起施行”, “有效期5年”, “有效期至2025年6月30日”."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclosure_pages.documents.numbers.numerals import read_numeral

from .calendar_days import DAY, LAST_DAY, NUMERAL, TERM, day_of, last_day_of, last_day_of_term, term_of
from .proposal import DayRule, ProposalKind, Term
from .skeleton import Sentence
from .subject import Subject, names_itself, subject_of

_BEGINS = "(?:正式|全面|统一|依法|开始)?(?:施行|实施|执行|生效|试行|暂行|实行|有效)"
_ON_DAY = re.compile(rf"[自从于]?(?P<day>{DAY})(?:零时|0时)?(?:之日)?(?:起|开始|后)?{_BEGINS}")
_FROM_ACT = re.compile(
    r"[自从](?:本[^，。；\n]{1,12}?)?(?P<act>发布|公布|颁布|印发|下发|发文|签发|公告|公开)(?:之日)?起?(?:的?满|经过|的)?"
    rf"(?:(?P<count>{NUMERAL})(?P<unit>日|天|个月))?之?后?(?:起)?{_BEGINS}"
)
_ACTS_OF_ISSUE = {"印发", "下发", "发文", "签发"}

_PERIOD = "(?:有效|试行|暂行|施行|执行|实施)(?:期限|时限|时间|期)"
_LASTS = re.compile(
    rf"(?:{_PERIOD}(?:暂?定)?(?:[为是：]|自[^，。；\n]{{1,20}}?起(?:计算)?)*|试行|暂行|有效)(?P<term>{TERM})(?![以之]?[上内下前])"
    rf"|起(?P<within>{TERM})内有效|(?P<after>{TERM})(?:期满)?后(?:自动|自行)失效"
)
#: 有效期 behind the comma of “施行，有效期至…” is a clause of its own, judged by itself.
_UNTIL = re.compile(
    rf"(?P<how>{_PERIOD}(?:[为是：自从限])*|(?:施行|实施|执行|有效|试行)(?!，有效期)，?|[自从])"
    rf"(?:(?:(?P<first>{DAY})|(?:发布|公布|印发|施行|实施)之日)起?)?，?"
    rf"(?:延续|有效期)?(?:截止?[至到]?|[至到—~-]{{1,2}})(?P<last>{LAST_DAY})"
)
_ENDS_ON = re.compile(rf"(?P<day>{DAY})(?P<start>(?:之日)?起)?(?:自动|自行|予以)?(?:失效|废止|终止|停止执行)")


@dataclass(frozen=True, kw_only=True)
class Statement:
    """What one sentence says about the days of the document, and how sure it is that it speaks of the document."""

    kind: ProposalKind
    sentence: Sentence
    subject: Subject
    day: dt.date | None = None
    rule: DayRule = DayRule.NAMED
    days_after: int = 0
    term: Term | None = None


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known beside the text: its own titles and the days of its publication and signature."""

    own: frozenset[str]
    published_on: dt.date | None
    formed_on: dt.date | None


def find_statements(sentence: Sentence, known: Known) -> Iterator[Statement]:
    """All that a sentence says about when the document is in force."""
    beginnings = [*_days(sentence, known), *_acts(sentence, known)]
    yield from beginnings
    is_about_it = bool(beginnings) or names_itself(sentence.text)
    yield from _terms(sentence, known, is_about_it)
    yield from _ends(sentence, known, is_about_it)
    for match in _ENDS_ON.finditer(sentence.text):
        day = day_of(match["day"])
        if day and _before_day(sentence, match.start(), known) == Subject.ITSELF:
            last = day - dt.timedelta(days=1) if match["start"] and day > dt.date.min else day
            yield Statement(kind=ProposalKind.EXPIRY, sentence=sentence, subject=Subject.ITSELF, day=last)


def _before_day(sentence: Sentence, position: int, known: Known) -> Subject:
    has_word = sentence.text[max(0, position - 1) : position] in ("自", "从", "于", "至", "到")
    return subject_of(sentence, position - 1 if has_word else position, known.own)


def _days(sentence: Sentence, known: Known) -> Iterator[Statement]:
    for match in _ON_DAY.finditer(sentence.text):
        subject, day = subject_of(sentence, match.start(), known.own), day_of(match["day"])
        if subject and day:
            yield Statement(kind=ProposalKind.EFFECTIVE, sentence=sentence, subject=subject, day=day)


def _acts(sentence: Sentence, known: Known) -> Iterator[Statement]:
    for match in _FROM_ACT.finditer(sentence.text):
        subject = subject_of(sentence, match.start(), known.own)
        is_issue = match["act"] in _ACTS_OF_ISSUE
        act_day = (known.formed_on if is_issue else None) or known.published_on
        count = read_numeral(match["count"]) if match["count"] else 0
        if not subject or count is None or (match["unit"] == "个月" and act_day is None):
            continue
        yield Statement(
            kind=ProposalKind.EFFECTIVE,
            sentence=sentence,
            subject=subject,
            day=_later(act_day, count, match["unit"]) if act_day else None,
            rule=DayRule.FROM_ISSUE if is_issue else DayRule.FROM_PUBLICATION,
            days_after=count if match["unit"] in {"日", "天"} else 0,
        )


def _later(day: dt.date, count: int, unit: str | None) -> dt.date | None:
    """``count`` days or months after a day: thirty days after 1 June are 1 July."""
    if unit == "个月":
        last = last_day_of_term(day, Term(months=count))
        return last + dt.timedelta(days=1) if last else None
    try:
        return day + dt.timedelta(days=count)
    except OverflowError:
        return None


def _terms(sentence: Sentence, known: Known, is_about_it: bool) -> Iterator[Statement]:
    for match in _LASTS.finditer(sentence.text):
        subject = _surely(sentence, match.start(), known, is_about_it)
        term = term_of(match["term"] or match["within"] or match["after"])
        if subject and term:
            yield Statement(kind=ProposalKind.TERM, sentence=sentence, subject=subject, term=term)


def _ends(sentence: Sentence, known: Known, is_about_it: bool) -> Iterator[Statement]:
    for match in _UNTIL.finditer(sentence.text):
        subject, last = _surely(sentence, match.start(), known, is_about_it), last_day_of(match["last"])
        is_bare = match["how"] in {"自", "从"} and subject != Subject.ITSELF
        if not subject or last is None or is_bare:
            continue
        yield Statement(kind=ProposalKind.EXPIRY, sentence=sentence, subject=subject, day=last)
        if match["first"] and (first := day_of(match["first"])):
            yield Statement(kind=ProposalKind.EFFECTIVE, sentence=sentence, subject=subject, day=first)


def _surely(sentence: Sentence, position: int, known: Known, is_about_it: bool) -> Subject:
    """As ``subject_of``; a clause about nobody counts at a sentence's beginning or where the document was spoken of."""
    subject = subject_of(sentence, position, known.own)
    if subject == Subject.NOBODY and position > 8 and not is_about_it:
        return Subject.OTHER
    return subject
