"""The title, which may go over several lines, and the addressees below it."""

from __future__ import annotations

from disclosure_pages.importing.reading.blocks import Alignment
from disclosure_pages.importing.reading.lines import begins_paragraph

from .head import Head
from .lines import Issuers, Line
from .words import (
    ADDRESSED,
    ATTACHMENT_HEAD,
    BARE_SERIAL,
    CONTACT,
    ENDS_WITH_KIND,
    NOTE,
    SAYS_SOMETHING,
    SIGNED_DAY,
    UNDER_TITLE,
)

MAX_TITLE_LINES = 6
MAX_LINE = 90
MAX_ADDRESSEE_LINES = 4
#: So far below the head a title may begin.
REACH = 4
_ORDER_REACH = 40
_PAIRS = (("《", "》"), ("〈", "〉"), ("（", "）"), ("“", "”"))


def find_title(lines: tuple[Line, ...], head: Head, issuers: Issuers) -> tuple[int, ...]:
    """Indices of the title's lines.

    It stands below the head; on copies where the number is below the title, above it. An order (令) has none of its
    own: its title is that of the text which it puts in force, below the signature.
    """
    if head.number_at is not None:
        above = [index for index in range(head.number_at) if index not in head.indices]
        if above and (found := lines_of_title(lines[: head.number_at], above[0], issuers)):
            return found
    start = max(head.indices, default=-1) + 1
    if head.is_order and (found := _title_below_order(lines, start, issuers)):
        return found
    for index in range(start, min(start + REACH, len(lines))):
        if found := lines_of_title(lines, index, issuers):
            return found
        if lines[index].text:
            break
    return ()


def _title_below_order(lines: tuple[Line, ...], start: int, issuers: Issuers) -> tuple[int, ...]:
    """The centred lines below the day of the signature that end like rules."""
    for line in lines[start : start + _ORDER_REACH]:
        day = SIGNED_DAY.fullmatch(line.text)
        if day and not day["before"]:
            return lines_of_title(lines, line.index + 1, issuers)
    return ()


def lines_of_title(lines: tuple[Line, ...], start: int, issuers: Issuers) -> tuple[int, ...]:
    taken: list[int] = []
    for line in lines[start : start + MAX_TITLE_LINES]:
        if not _may_be_title(line):
            break
        joined = "".join(lines[index].text for index in taken)
        if taken and is_complete(joined) and not line.text.startswith(("的", "（")):
            break
        if taken and not _same_place(lines[taken[0]], line) and _is_balanced(joined):
            break
        taken.append(line.index)
    joined = "".join(lines[index].text for index in taken)
    is_only_organ = bool(issuers.organs_of(joined)) and not ENDS_WITH_KIND.search(joined)
    return () if is_only_organ else tuple(taken)


def _may_be_title(line: Line) -> bool:
    text = line.text
    if not text or len(text) > MAX_LINE or text[-1] in "。；：:，,、":
        return False
    if begins_paragraph(text) and "关于" not in text and not ENDS_WITH_KIND.search(text):
        return False
    patterns = (NOTE, CONTACT, ATTACHMENT_HEAD, UNDER_TITLE, BARE_SERIAL)
    day = SIGNED_DAY.fullmatch(text)
    return not any(pattern.fullmatch(text) for pattern in patterns) and not (day and not day["before"])


def _same_place(first: Line, line: Line) -> bool:
    return Alignment.UNKNOWN in (first.alignment, line.alignment) or first.alignment is line.alignment


def is_complete(text: str) -> bool:
    """Whether a title may end here: brackets closed, and a word for a kind of document at the end."""
    return _is_balanced(text) and ENDS_WITH_KIND.search(text) is not None


def _is_balanced(text: str) -> bool:
    return all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS)


def find_addressees(lines: tuple[Line, ...], start: int) -> tuple[int, ...]:
    """The lines between title and text that name organs and end with a colon."""
    taken: list[int] = []
    for line in lines[start : start + MAX_ADDRESSEE_LINES]:
        if not line.text or "。" in line.text or SAYS_SOMETHING.search(line.text):
            return ()
        taken.append(line.index)
        if line.text.endswith(("：", ":")):
            joined = "".join(lines[index].text for index in taken).rstrip("：:")
            return tuple(taken) if _names_addressees(joined) else ()
    return ()


def _names_addressees(text: str) -> bool:
    names = [name for name in text.replace("，", "、").replace("；", "、").replace("。", "、").split("、") if name]
    named = sum(1 for name in names if ADDRESSED.search(name))
    return bool(names) and named >= len(names) * 0.6
