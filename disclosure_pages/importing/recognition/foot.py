"""The foot (版记): copies to, who printed it and when, how many; and the keywords of older documents."""

from __future__ import annotations

from .lines import Issuers, Line
from .words import CARBON_COPY, COPIES, KEYWORDS, PRINTED

#: Lines of a list of copies before the line that says who printed it.
MAX_COPY_LINES = 8


def find_foot(lines: tuple[Line, ...], start: int, issuers: Issuers) -> tuple[int, ...]:
    """Indices of the lines of the foot, wherever below the title they stand: attachments may come after them."""
    found: set[int] = set()
    for line in lines[start:]:
        if PRINTED.fullmatch(line.text):
            found.add(line.index)
            if _is_printer(lines, line, start, issuers):
                found.add(line.index - 1)
        elif CARBON_COPY.fullmatch(line.text):
            found.update(_copies(lines, line.index))
        elif KEYWORDS.fullmatch(line.text) or COPIES.fullmatch(line.text):
            found.add(line.index)
    return tuple(sorted(found))


def _is_printer(lines: tuple[Line, ...], line: Line, start: int, issuers: Issuers) -> bool:
    """Whether the line above the day of printing names the organ that printed it."""
    match = PRINTED.fullmatch(line.text)
    above = lines[line.index - 1] if line.index > start else None
    return above is not None and bool(match and not match["before"]) and bool(issuers.organs_of(above.words))


def _copies(lines: tuple[Line, ...], index: int) -> list[int]:
    """The list of copies; it goes on until a full stop or the line of printing."""
    taken = [index]
    for line in lines[index + 1 : index + MAX_COPY_LINES]:
        if (
            lines[taken[-1]].text.endswith("。")
            or PRINTED.fullmatch(line.text)
            or not line.text
            or len(line.text) > 120
        ):
            break
        taken.append(line.index)
    return taken
