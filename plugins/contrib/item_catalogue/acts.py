"""The acts that a cell of 公开依据 names: 《政府信息公开条例》（国务院令第711号）第二十条、《…》."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .wording import one_line

_EDGE = " 、，,;；。\n"
LONGEST_TITLE, LONGEST_DETAIL = 300, 500


@dataclass(frozen=True, slots=True)
class Act:
    """A title without its outer marks, and what stands behind it: number and provision."""

    title: str
    detail: str = ""


def acts_in(text: str) -> tuple[Act, ...]:
    """Every act in its order. A title within one (《关于印发〈办法〉的通知》) belongs to the outer one.

    What stands before the first title names no act. A title that is never closed ends with the text.
    """
    spans = list(_titles(text))
    acts = []
    for place, (start, stop) in enumerate(spans, start=1):
        end = spans[place][0] if place < len(spans) else len(text)
        title = one_line(text[start + 1 : stop])[:LONGEST_TITLE]
        detail = one_line(text[stop + 1 : end]).strip(_EDGE)[:LONGEST_DETAIL]
        if title:
            acts.append(Act(title, detail))
    return tuple(acts)


def _titles(text: str) -> Iterator[tuple[int, int]]:
    """(index of the opening mark, index of the closing one) of each outer title."""
    depth = start = 0
    for place, sign in enumerate(text):
        if sign == "《":
            start = place if depth == 0 else start
            depth += 1
        elif sign == "》" and depth:
            depth -= 1
            if depth == 0:
                yield start, place
    if depth:
        yield start, len(text)
