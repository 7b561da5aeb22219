"""Tables as values of Wagtail's table block: a grid of texts, merged cells, and what is a heading."""

from __future__ import annotations

from typing import Any

from disclosure_pages.importing.reading.blocks import Cell, Table


def table_value(table: Table) -> dict[str, Any]:
    """The value of a table block. A first row that is one cell is the table's caption."""
    caption, cells = _caption(table)
    height = max((cell.row + cell.rows for cell in cells), default=0)
    has_headings = height > 1 and _is_heading_row([cell for cell in cells if cell.row == 0], table.width)
    return {
        "data": _grid(cells, height, table.width),
        "cell": [{"row": row, "col": column, "hidden": True} for row, column in _covered(cells)],
        "mergeCells": [
            {"row": cell.row, "col": cell.column, "rowspan": cell.rows, "colspan": cell.columns}
            for cell in cells
            if cell.rows > 1 or cell.columns > 1
        ],
        "first_row_is_table_header": has_headings,
        "first_col_is_header": False,
        "table_header_choice": "row" if has_headings else "neither",
        "table_caption": caption,
    }


def _caption(table: Table) -> tuple[str, list[Cell]]:
    first = [cell for cell in table.cells if cell.row == 0]
    if len(first) != 1 or first[0].columns < table.width or first[0].rows > 1 or table.height < 3:
        return "", list(table.cells)
    below = (cell for cell in table.cells if cell.row > 0)
    moved = [Cell(cell.text, cell.row - 1, cell.column, cell.rows, cell.columns) for cell in below]
    return " ".join(first[0].text.split()), moved


def _is_heading_row(row: list[Cell], width: int) -> bool:
    """A cell that reaches from the headings into the rows below could not be shown as a heading."""
    return width > 1 and all(cell.rows == 1 for cell in row) and sum(1 for cell in row if cell.text) > 1


def _grid(cells: list[Cell], height: int, width: int) -> list[list[str]]:
    grid = [[""] * width for _row in range(height)]
    for cell in cells:
        grid[cell.row][cell.column] = cell.text
    return grid


def _covered(cells: list[Cell]) -> list[tuple[int, int]]:
    """Places below merged cells, apart from the one at their top left."""
    return [
        (row, column)
        for cell in cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
        if (row, column) != (cell.row, cell.column)
    ]
