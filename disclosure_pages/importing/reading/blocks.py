"""The neutral form of a document's text: paragraphs and tables in the order in which they are read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DocumentFormat(StrEnum):
    """Formats that can be read; the value is the extension of such files."""

    DOCX = "docx"
    PDF = "pdf"
    TEXT = "txt"


class Alignment(StrEnum):
    """Where a paragraph stands on its line. Plain text does not say."""

    UNKNOWN = "unknown"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one dress."""

    text: str
    is_bold: bool = False
    is_italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; blank ones are left out by the readers.

    ``level`` is that of a heading style (1 for the highest), 0 when the file does not say. ``page`` counts from 1.
    """

    runs: tuple[Run, ...]
    alignment: Alignment = Alignment.UNKNOWN
    level: int = 0
    page: int | None = None

    @property
    def text(self) -> str:
        """The words without their dress, without white space at the ends."""
        return "".join(run.text for run in self.runs).strip()

    @property
    def is_bold(self) -> bool:
        """Whether everything in it is bold."""
        return all(run.is_bold for run in self.runs if run.text.strip())


def plain(text: str, *, alignment: Alignment = Alignment.UNKNOWN, page: int | None = None) -> Paragraph:
    """A paragraph in one dress."""
    return Paragraph(runs=(Run(text),), alignment=alignment, page=page)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell at its place in the grid, from 0, with the number of rows and columns that it covers."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of a grid; places that a merged cell covers have none of their own."""

    cells: tuple[Cell, ...]
    page: int | None = None

    @property
    def height(self) -> int:
        return max((cell.row + cell.rows for cell in self.cells), default=0)

    @property
    def width(self) -> int:
        return max((cell.column + cell.columns for cell in self.cells), default=0)

    def row_texts(self, row: int) -> tuple[str, ...]:
        """Texts of the cells that begin in ``row``, from left to right."""
        return tuple(cell.text for cell in sorted(self.cells, key=lambda cell: cell.column) if cell.row == row)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What a file says. ``remarks`` name what it holds and this form does not (pictures, footnotes), for its editor."""

    format: DocumentFormat
    blocks: tuple[Block, ...]
    remarks: tuple[str, ...] = ()
