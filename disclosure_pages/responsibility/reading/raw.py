"""The neutral form of a file: tables of cells that keep the row numbers their author sees."""

from __future__ import annotations

from dataclasses import dataclass

from disclosure_pages.responsibility.enums import FileFormat


@dataclass(frozen=True, slots=True)
class Cell:
    """Text of a cell. ``carried`` says that it came down from the first cell of a vertical merge."""

    text: str = ""
    carried: bool = False


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row and its number: the sheet's row, the CSV's line (of its start) or the Word table's row, from 1."""

    number: int
    cells: tuple[Cell, ...]

    def texts(self) -> list[str]:
        return [cell.text for cell in self.cells]

    def is_blank(self) -> bool:
        """Whether nothing was written into this row itself."""
        return not any(cell.text.strip() and not cell.carried for cell in self.cells)


@dataclass(frozen=True, slots=True)
class RawTable:
    """A sheet or a table of a document; ``place`` names it for the author, empty when the file has only one."""

    rows: tuple[RawRow, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class RawFile:
    """All tables of a file in its order."""

    format: FileFormat
    tables: tuple[RawTable, ...]
    is_guessed_encoding: bool = False
