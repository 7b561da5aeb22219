"""Documents that a text mentions: title, number, and which of their provisions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from disclosure_pages.documents.numbers.document_number import find_document_numbers
from disclosure_pages.documents.numbers.finding import Found

from .calendar_days import NUMERAL
from .reading import Reading
from .titles import find_titles

_PART = rf"(?:第{NUMERAL}[编章节条款项目](?:之{NUMERAL})?(?:第?（?{NUMERAL}）?[款项目])*|附[件表]{NUMERAL}?)"
_PARTS = rf"{_PART}(?:(?:[、，]|和|及|以及|与|至|到){_PART})*"
_SUBJECT = r"(?:(?:关于|有关|涉及|与)[^，。；：《\n]{1,50}?的?|有关|相关|部分)(?:规定|条款|内容|条文)"
_IS_REPEALED = r"(?=，?[^，。；：《\n]{0,25}(?:废止|停止|失效|不再|修改))"
_PROVISIONS = re.compile(
    rf"(?:[中里]?的?|之)(?P<parts>{_PARTS})(?:的?(?:规定|内容))?|中的?(?P<inside>{_SUBJECT})|的?(?P<about>{_SUBJECT}){_IS_REPEALED}"
)
_REMARK_LENGTH = 100
#: What may stand between the number of a document and its title.
_NUMBER_BEFORE_TITLE = re.compile(r"(?:文件?|印发的?|文件印发的?|）)?")
_ISSUES = re.compile("关于(?:印发|转发|批转|公布|发布|下发)$")
_NOTICE = re.compile("的(?:补充)?(?:通知|公告|通告|决定|意见|函)")
_NO_REMARK = re.compile("废止|失效|施行|有效期|修改")


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A document that stands at ``start`` to ``end`` of a reading, with all that describes it there."""

    start: int
    end: int
    title: str = ""
    number: str = ""
    provisions: str = ""


def find_mentions(reading: Reading) -> list[Mention]:
    """Documents mentioned by title, by number or by both, in their order."""
    numbers = _Numbers(find_document_numbers(reading.text))
    titled = [_describe(reading, numbers, *span) for span in find_titles(reading.text)]
    return sorted([*titled, *_untitled(reading, numbers, titled)], key=lambda mention: mention.start)


class _Numbers:
    """The numbers of a text, looked up by place."""

    def __init__(self, found: list[Found]) -> None:
        self.found = found
        self._starts = [number.start for number in found]

    def within(self, start: int, end: int) -> Found | None:
        """The first number between two places."""
        index = bisect_left(self._starts, start)
        number = self.found[index] if index < len(self.found) else None
        return number if number and number.end <= end else None

    def before(self, position: int) -> Found | None:
        """The last number that begins before a place."""
        index = bisect_left(self._starts, position) - 1
        return self.found[index] if index >= 0 else None


def _describe(reading: Reading, numbers: _Numbers, start: int, end: int) -> Mention:
    title = reading.words(start + 1, end - 1)
    if cover := _cover(reading.text, start, end):
        start, end = cover
        title = reading.words(start, end)
    number, end = _number_after(reading.text, numbers, end)
    if not number:
        number, start = _number_before(reading.text, numbers, start)
    return _with_provisions(reading.text, Mention(start=start, end=end, title=title, number=number))


def _cover(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The notice with which a document was issued, where its own title has no marks: 关于印发《…》的通知."""
    before = _ISSUES.search(text, max(0, start - 10), start)
    after = _NOTICE.match(text, end)
    return (before.start(), after.end()) if before and after else None


def _number_after(text: str, numbers: _Numbers, end: int) -> tuple[str, int]:
    """The number behind a title, in brackets or bare, and where the remarks behind the title end."""
    number = ""
    while (closing := _end_of_brackets(text, end)) is not None:
        found = numbers.within(end, closing)
        if found is None and _NO_REMARK.search(text, end, closing):
            break
        number = number or (str(found.number) if found else "")
        end = closing
    bare = numbers.within(end, end + _REMARK_LENGTH) if not number else None
    return (str(bare.number), bare.end) if bare and bare.start == end else (number, end)


def _end_of_brackets(text: str, start: int) -> int | None:
    """Where brackets that open at ``start`` close."""
    depth = 0
    for position in range(start, min(start + _REMARK_LENGTH, len(text))):
        depth += (text[position] == "（") - (text[position] == "）")
        if depth == 0:
            return position + 1 if position > start else None
    return None


def _number_before(text: str, numbers: _Numbers, start: int) -> tuple[str, int]:
    found = numbers.before(start)
    if found is None or not 0 <= start - found.end <= 6 or not _NUMBER_BEFORE_TITLE.fullmatch(text, found.end, start):
        return "", start
    return str(found.number), found.start


def _untitled(reading: Reading, numbers: _Numbers, titled: list[Mention]) -> Iterator[Mention]:
    ends = [mention.end for mention in titled]
    for found in numbers.found:
        index = bisect_left(ends, found.start + 1)
        if index == len(titled) or found.end <= titled[index].start:
            end = found.end + len(re.compile("(?:文件|文)?").match(reading.text, found.end).group())  # type: ignore[union-attr]
            yield _with_provisions(reading.text, Mention(start=found.start, end=end, number=str(found.number)))


def _with_provisions(text: str, mention: Mention) -> Mention:
    match = _PROVISIONS.match(text, mention.end)
    if match is None:
        return mention
    return replace(mention, end=match.end(), provisions=match["parts"] or match["inside"] or match["about"])
