"""Turn the demo's plain texts into prose blocks: ``## `` is a heading, ``- `` an item, any other line a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Any

Block = dict[str, Any]


def html_of(text: str) -> str:
    """Rich text of a plain text."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    return "".join(html for mark, group in groupby(lines, key=_mark) for html in _markup(mark, list(group)))


def blocks_of(text: str, *, table: dict[str, Any], figure: Block | None) -> list[Block]:
    """Prose of a text with its table and its picture, as a stream field takes it."""
    blocks: list[Block] = [{"type": "text", "value": html_of(text)}]
    if figure:
        blocks.append({"type": "figure", "value": figure})
    if table:
        blocks.append({"type": "table", "value": _table(table)})
    return blocks


def _mark(line: str) -> str:
    return next((mark for mark in ("## ", "- ") if line.startswith(mark)), "")


def _markup(mark: str, lines: list[str]) -> Iterator[str]:
    texts = [escape(line.removeprefix(mark)) for line in lines]
    if mark == "- ":
        yield "<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>"
    else:
        tag = "h2" if mark else "p"
        yield from (f"<{tag}>{text}</{tag}>" for text in texts)


def _table(table: dict[str, Any]) -> dict[str, Any]:
    return {
        "data": table["rows"],
        "cell": [],
        "mergeCells": [],
        "table_header_choice": "row",
        "first_row_is_table_header": True,
        "first_col_is_header": False,
        "table_caption": table["caption"],
    }
