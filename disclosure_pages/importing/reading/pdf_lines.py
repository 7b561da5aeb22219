"""Lines of a PDF page with their place, and which of them are furniture: page numbers, running headers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, Protocol, TypeVar

from .lines import is_page_number

#: So many lines at either end of a page may be headers and footers.
EDGE_LINES = 2
#: On so many pages, at least, a line must be repeated to be one.
MIN_REPEATED = 3
NUMBER_ONLY = "0"
_BOLD = re.compile(r"bold|black|heavy|heiti|simhei|小标宋|xiaobiaosong|方正大标宋", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; lengths are in points, from the left and from the top of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    is_bold: bool
    page: int
    page_width: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def lines_of(page: Any) -> Iterator[Line]:
    """Lines of a page in reading order. A gap of most of a character is a blank; smaller ones are typesetting."""
    words = page.dedupe_chars(tolerance=1)
    for found in words.extract_text_lines(strip=True, x_tolerance_ratio=0.7, y_tolerance=4, keep_blank_chars=True):
        text = found["text"].strip()
        if not text:
            continue
        chars = [char for char in found["chars"] if char["text"].strip()]
        sizes = Counter(round(char["size"] * 2) / 2 for char in chars)
        bold = sum(1 for char in chars if _BOLD.search(char["fontname"]))
        yield Line(
            text=text,
            left=found["x0"],
            right=found["x1"],
            top=found["top"],
            bottom=found["bottom"],
            size=sizes.most_common(1)[0][0] if sizes else 0.0,
            is_bold=bool(chars) and bold > len(chars) * 0.8,
            page=page.page_number,
            page_width=float(page.width),
        )


class Placed(Protocol):
    """What has a place on a page."""

    @property
    def top(self) -> float: ...

    @property
    def bottom(self) -> float: ...


Part = TypeVar("Part", bound=Placed)


def without_running_lines(pages: list[list[Part]]) -> list[list[Part]]:
    """Pages without page numbers, and without lines apart from the text that many pages repeat at top or bottom."""
    edges = [(number, index, pattern) for number, index in _edges(pages) if (pattern := _pattern(pages[number][index]))]
    repeated = Counter(pattern for number, index, pattern in edges if _stands_apart(pages[number], index))
    needed = max(MIN_REPEATED, len(pages) // 2)
    dropped = {
        (number, index)
        for number, index, pattern in edges
        if pattern == NUMBER_ONLY or (repeated[pattern] >= needed and _stands_apart(pages[number], index))
    }
    return [
        [part for index, part in enumerate(parts) if (number, index) not in dropped]
        for number, parts in enumerate(pages)
    ]


def _edges(pages: list[list[Part]]) -> Iterator[tuple[int, int]]:
    for number, parts in enumerate(pages):
        places = {*range(len(parts))[:EDGE_LINES], *range(len(parts))[-EDGE_LINES:]}
        yield from ((number, index) for index in sorted(places))


def _pattern(part: object) -> str:
    """What makes lines of different pages alike: the words without their digits. Tables have none."""
    if not isinstance(part, Line):
        return ""
    if is_page_number(part.text) or part.text.isdigit():
        return NUMBER_ONLY
    return re.sub(r"\d+", "0", part.text)


def _stands_apart(parts: Sequence[Placed], index: int) -> bool:
    """Whether more than the usual space is between a line at the edge and the text."""
    gaps = [below.top - above.bottom for above, below in pairwise(parts)]
    if not gaps:
        return True
    usual = median(gaps)
    height = parts[index].bottom - parts[index].top
    near = gaps[index:EDGE_LINES] if index < EDGE_LINES else gaps[max(0, len(gaps) - EDGE_LINES) : index]
    return any(gap > usual + height * 0.6 for gap in near)
