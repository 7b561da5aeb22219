"""Two wordings side by side: which words go, and which come. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

_WORD = re.compile(r"[A-Za-z0-9]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of one of the wordings; ``is_changed`` when the other does not have it."""

    text: str
    is_changed: bool


def side_by_side(old: str, new: str) -> tuple[list[Span], list[Span]]:
    """Both wordings in pieces. Chinese is compared sign by sign, numbers and Latin words as a whole."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    left: list[Span] = []
    right: list[Span] = []
    for kind, start, stop, begin, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        left.append(Span("".join(before[start:stop]), kind != "equal"))
        right.append(Span("".join(after[begin:end]), kind != "equal"))
    return _joined(left), _joined(right)


def _joined(spans: list[Span]) -> list[Span]:
    parts = groupby((span for span in spans if span.text), key=lambda span: span.is_changed)
    return [Span("".join(span.text for span in group), changed) for changed, group in parts]
