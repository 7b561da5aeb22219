"""Cut the tables of a file at their headings, and put together what page breaks separated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from plugins.api import FileFormat, RawFile, RawRow, RawTable
from plugins.contrib.item_catalogue.wording import one_line

from .captions import NOTE, captions_of
from .headings import Block, Path, find_block


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows below one block of headings, or at the top of a table that has none (``paths`` is empty)."""

    place: str
    titles: tuple[str, ...]
    paths: tuple[Path, ...]
    heading_row: int
    rows: tuple[RawRow, ...]
    notes: tuple[str, ...] = ()
    is_first_of_table: bool = True

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


@dataclass
class Part:
    """One catalogue: its first segment, and all that continue it."""

    segments: list[Segment]
    notes: list[str] = field(default_factory=list)

    @property
    def head(self) -> Segment:
        return self.segments[0]

    @property
    def paths(self) -> tuple[Path, ...]:
        """The columns of the widest of its segments: beyond those with a heading, something may stand in some rows."""
        return max((segment.paths for segment in self.segments), key=len)

    def is_continued_by(self, segment: Segment, *, is_workbook: bool) -> bool:
        """Whether ``segment`` goes on after a page break: the same headings again, or none and the same width.

        Another title, other headings, or another sheet of a workbook begin another catalogue.
        """
        if is_workbook and segment.is_first_of_table:
            return False
        named = _named(self.head.paths)
        if not segment.paths:
            return segment.width == len(named)
        return _named(segment.paths) == named and (not segment.titles or segment.titles == self.head.titles)


def parts_of(file: RawFile, content: bytes) -> tuple[list[Part], list[Segment]]:
    """The catalogues of a file, and tables that belong to none because they have no headings of one."""
    parts: list[Part] = []
    ignored: list[Segment] = []
    is_workbook = file.format is not FileFormat.DOCX
    for segment in _segments(file, content):
        if parts:
            parts[-1].notes += segment.notes
        if parts and parts[-1].is_continued_by(segment, is_workbook=is_workbook):
            parts[-1].segments.append(segment)
        elif segment.paths:
            parts.append(Part([segment]))
        elif segment.rows:
            ignored.append(segment)
    return parts, ignored


def _segments(file: RawFile, content: bytes) -> Iterator[Segment]:
    """Segments in order. Notes of a segment stand above it and belong to the catalogue before."""
    captions = captions_of(content) if file.format is FileFormat.DOCX else []
    for number, table in enumerate(file.tables):
        caption = captions[number] if captions else None
        for segment in _of_table(table):
            if caption and segment.is_first_of_table:
                titles = (*caption.titles, *segment.titles)
                segment = replace(segment, titles=titles, notes=caption.notes_above)
            yield segment
    if captions and captions[-1].notes_above:
        yield Segment("", (), (), 0, (), captions[-1].notes_above)


def _of_table(table: RawTable) -> Iterator[Segment]:
    rows = table.rows
    block = find_block(rows)
    if block is None:
        yield Segment(table.place, (), (), 0, tuple(row for row in rows if not row.is_blank()))
        return
    titles, is_first = tuple(one_line(" ".join(row.texts())) for row in rows[: block.start] if not row.is_blank()), True
    while block is not None:
        below = find_block(rows, block.start + block.size)
        body: Sequence[RawRow] = rows[block.start + block.size : below.start if below else None]
        body, titles_below = _titles_at_end(body) if below else (body, ())
        yield _segment(table, block, titles, body, is_first=is_first)
        block, titles, is_first = below, titles_below, False


def _segment(
    table: RawTable, block: Block, titles: tuple[str, ...], body: Sequence[RawRow], *, is_first: bool
) -> Segment:
    written = [row for row in body if not row.is_blank()]
    width = max((place for row in written for place, text in enumerate(row.texts(), 1) if text.strip()), default=0)
    paths = (*block.paths, *((),) * width)[: max(width, len(_named(block.paths)))]
    return Segment(table.place, titles, paths, table.rows[block.start].number, tuple(written), (), is_first)


def _named(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    return paths[: max((place for place, path in enumerate(paths, 1) if path), default=0)]


def _titles_at_end(rows: Sequence[RawRow]) -> tuple[Sequence[RawRow], tuple[str, ...]]:
    """Split off the lines that stand above the next headings and name another catalogue."""
    end = len(rows)
    while end and (rows[end - 1].is_blank() or (line_of(rows[end - 1]) and not NOTE.match(line_of(rows[end - 1])))):
        end -= 1
    titles = tuple(line for row in rows[end:] if (line := line_of(row)))
    return (rows[:end], titles) if any("目录" in title for title in titles) else (rows, ())


def line_of(row: RawRow) -> str:
    """The text of a row in which a single cell is written; else nothing."""
    texts = [one_line(cell.text) for cell in row.cells if cell.text.strip()]
    return texts[0] if len(texts) == 1 else ""
