"""From lines to paragraphs, by what typesetting shows: indents, full lines, the middle of the page, sizes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .blocks import Alignment, Block, Paragraph, Run, Table
from .lines import begins_paragraph, is_broken_off, join_lines
from .pdf_lines import Line

#: A title is set so much larger than the text.
LARGER = 1.15
#: So many lines that end at one place show where the right edge is.
MIN_FULL_LINES = 3


@dataclass(frozen=True, slots=True)
class Paper:
    """The frame of the text on its pages, in points, and the size of its characters."""

    left: float
    right: float
    size: float

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Paper:
        """Taken from the lines themselves: most are full or begin at the left edge."""
        counted = list(lines)
        sizes: Counter[float] = Counter()
        for line in counted:
            sizes[line.size] += len(line.text)
        size = sizes.most_common(1)[0][0] if sizes else 12.0
        body = [line for line in counted if abs(line.size - size) <= 1] or counted
        lefts = Counter(round(line.left) for line in body if len(line.text) > 10) or Counter([72])
        common = [left for left, number in lefts.items() if number >= max(1, len(body) * 0.05)]
        left = min(common or lefts)
        return cls(left=left, right=_right_edge(body, left, size), size=size)

    def alignment(self, line: Line) -> Alignment:
        """Where a line stands. A first line with its indent may stand in the middle by accident, so that is asked."""
        is_large = line.size > self.size * LARGER
        margin = self.size * (0.5 if is_large else 2.6)
        off_middle = abs(line.middle - (self.left + self.right) / 2)
        if line.left > self.left + margin and off_middle < self.size and line.right < self.right - self.size * 0.5:
            return Alignment.CENTRE
        if line.left > self.left + (self.right - self.left) * 0.3 and line.right > self.right - self.size * 7:
            return Alignment.RIGHT
        return Alignment.CENTRE if is_large and off_middle < self.size * 1.5 else Alignment.LEFT

    def is_full(self, line: Line) -> bool:
        """Whether the line goes to the right edge, so that its paragraph may go on below."""
        return line.right >= self.right - self.size * 1.6

    def is_nearly_full(self, line: Line) -> bool:
        """Whether it stops short of the edge only because a quotation or a number could not be broken."""
        return line.right >= self.right - self.size * 5

    def is_filled_by(self, line: Line) -> bool:
        """Whether a centred line had no room for one more of its characters, so that the next goes on with it."""
        return line.right - line.left > self.right - self.left - line.size * 2

    def is_indented(self, line: Line) -> bool:
        return line.left > self.left + self.size * 0.7


def _right_edge(body: list[Line], left: float, size: float) -> float:
    """Where full lines end; a page without full lines is taken to have the same margin on both sides."""
    rights = sorted(line.right for line in body)
    edge = rights[int(len(rights) * 0.95)] if rights else 0.0
    full = [line for line in body if line.right >= edge - size * 1.6 and line.left < left + size * 3]
    symmetrical = max((line.page_width for line in body), default=595.0) - left
    return edge if len(full) >= MIN_FULL_LINES else max(edge, symmetrical)


def paragraphs_of(parts: Iterable[Line | Table], paper: Paper) -> Iterator[Block]:
    """Join the lines of each paragraph, also over the end of a page."""
    pending: list[Line] = []
    for part in parts:
        if isinstance(part, Line) and pending and _goes_on(pending, part, paper):
            pending.append(part)
            continue
        yield from _paragraph(pending, paper)
        pending = []
        if isinstance(part, Table):
            yield part
        else:
            pending = [part]
    yield from _paragraph(pending, paper)


def _goes_on(pending: list[Line], line: Line, paper: Paper) -> bool:
    last = pending[-1]
    if abs(last.size - line.size) > 1:
        return False
    alignments = {paper.alignment(pending[0]), paper.alignment(line)}
    if alignments == {Alignment.CENTRE}:
        return line.size > paper.size * LARGER and paper.is_filled_by(last)
    if alignments != {Alignment.LEFT} or paper.is_indented(line):
        return False
    # Without indents a full last line of a paragraph looks like any other; numbering then says that a new one begins.
    if is_broken_off(last.text):
        return paper.is_full(last) or (paper.is_nearly_full(last) and not begins_paragraph(line.text))
    return paper.is_full(last) and not begins_paragraph(line.text)


def _paragraph(lines: list[Line], paper: Paper) -> Iterator[Paragraph]:
    if not lines:
        return
    text = ""
    for line in lines:
        text = join_lines(text, line.text)
    yield Paragraph(
        runs=(Run(text, is_bold=all(line.is_bold for line in lines)),),
        alignment=paper.alignment(lines[0]),
        page=lines[0].page,
    )
