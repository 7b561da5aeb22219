"""The text of a part as one string, and taking places of it out of its runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from plugins.contrib.requests.redaction.marks import Place, block, merged

from .appearance import w

_BREAKS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}


def pieces_of(tree: Any) -> list[tuple[Any, str]]:
    """Texts in their order, with the element that holds each, or None for what only separates."""
    pieces: list[tuple[Any, str]] = []
    for element in tree.iter(w("p"), w("t"), *_BREAKS):
        if element.tag == w("t"):
            pieces.append((element, element.text or ""))
        elif element.tag in _BREAKS and element.getparent().tag == w("r"):
            pieces.append((None, _BREAKS[element.tag]))
        elif element.tag == w("p") and pieces:
            pieces.append((None, "\n"))
    return pieces


def text_of(tree: Any) -> str:
    return "".join(text for _element, text in pieces_of(tree))


def redact_tree(tree: Any, locate: Callable[[str], list[Place]], reasons: Sequence[str]) -> None:
    """Each place goes from all the runs that hold a part of it; blocks stand in the first of them."""
    pieces = pieces_of(tree)
    places = merged(locate("".join(text for _element, text in pieces)))
    start = 0
    for element, text in pieces:
        if element is not None:
            element.text = _cut(text, start, places, reasons)
        start += len(text)


def _cut(text: str, start: int, places: Sequence[Place], reasons: Sequence[str]) -> str:
    parts, at = [], 0
    for first, end, reason in places:
        left, right = max(first - start, 0), min(end - start, len(text))
        if left < right:
            parts += [text[at:left], block(reason, reasons) if first >= start else ""]
            at = right
    return "".join([*parts, text[at:]])
