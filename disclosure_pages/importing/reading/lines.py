"""What single lines look like: page numbers, numbering, days; shared by the readers and by the recognition."""

from __future__ import annotations

import re

_NUMERAL = "[一二三四五六七八九十百零〇]"
_DASH = "[-—–－─―]"
#: “— 3 —”, “-3-”, “第 3 页 共 12 页”, “3 / 12”
_PAGE_NUMBER = re.compile(
    rf"\s*(?:{_DASH}{{1,2}}\s*[0-9０-９]{{1,4}}\s*{_DASH}{{1,2}}"
    r"|第\s*[0-9]{1,4}\s*页\s*(?:[，,/／]?\s*共\s*[0-9]{1,4}\s*页)?"
    r"|[0-9]{1,4}\s*[/／]\s*[0-9]{1,4})\s*"
)
#: A line that begins like this begins a paragraph, whatever the line before looks like.
_BEGINNING = re.compile(
    rf"\s*(?:{_NUMERAL}{{1,4}}、|[（(]\s*(?:{_NUMERAL}{{1,4}}|[0-9]{{1,3}})\s*[）)]|[0-9]{{1,3}}\s*[.．、](?![0-9])"
    rf"|第{_NUMERAL}{{1,6}}[编章节条]|附\s*件|[（(]此件|抄\s*送|主题词|[①-⑳]|{_DASH}{{2}})"
)
_DAY = re.compile(r"[0-9０-９一二三四五六七八九〇○零]{4}\s*年")
#: A sentence, a clause or a title is over here.
_STOPS = "。；：！？…;:!?.”』」》〉）)】〗—"
_CHINESE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]")


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but the number of its page."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def begins_paragraph(text: str) -> bool:
    """Whether a line begins with numbering, a day or another mark that stands only at the beginning of a paragraph."""
    return _BEGINNING.match(text) is not None or _DAY.match(text.strip()) is not None


def is_broken_off(text: str) -> bool:
    """Whether a line ends within a sentence."""
    stripped = text.rstrip()
    return bool(stripped) and stripped[-1] not in _STOPS


def join_lines(first: str, second: str) -> str:
    """Two lines of one paragraph: with a blank between Latin words only."""
    first, second = first.rstrip(), second.lstrip()
    if not first or not second:
        return first + second
    is_chinese = _CHINESE.match(first[-1]) or _CHINESE.match(second[0])
    return f"{first}{second}" if is_chinese else f"{first} {second}"
