"""Numbered paragraphs: which kind of number begins them, and which of these kinds are headings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

_NUMERAL = "[〇零一二三四五六七八九十百千]{1,7}"


class Kind(IntEnum):
    """Kinds of numbering, from the widest to the narrowest; the order is that of GB/T 9704 and of legal texts."""

    BOOK = 1
    CHAPTER = 2
    SECTION = 3
    FIRST = 4
    SECOND = 5
    THIRD = 6
    FOURTH = 7
    ARTICLE = 8


_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (Kind.BOOK, re.compile(rf"第\s*{_NUMERAL}\s*编(?=[\s\u3000]|[^，。]{{0,30}}\Z)")),
    (Kind.CHAPTER, re.compile(rf"第\s*{_NUMERAL}\s*章(?=[\s\u3000]|[^，。]{{0,30}}\Z)")),
    (Kind.SECTION, re.compile(rf"第\s*{_NUMERAL}\s*节(?=[\s\u3000]|[^，。]{{0,30}}\Z)")),
    (Kind.ARTICLE, re.compile(rf"第\s*{_NUMERAL}\s*条(?:之{_NUMERAL})?(?![、，和及至款的规])")),
    (Kind.FIRST, re.compile(rf"{_NUMERAL}\s*、")),
    (Kind.SECOND, re.compile(rf"[（(]\s*{_NUMERAL}\s*[）)]")),
    (Kind.THIRD, re.compile(r"[0-9０-９]{1,2}\s*(?:[.．](?![0-9０-９])|、)")),
    (Kind.FOURTH, re.compile(r"[（(]\s*[0-9０-９]{1,2}\s*[）)]")),
)
#: A heading has no more characters, and no clause ends in it.
MAX_HEADING = 50
_CLAUSE = re.compile(r"[。；;]|[，,].*[，,]|[：:，,、]\Z")


@dataclass(frozen=True, slots=True)
class Numbered:
    """Beginning of a paragraph: ``text`` is its number as it stands there."""

    kind: Kind
    text: str


def numbering_of(text: str) -> Numbered | None:
    """The number that a paragraph begins with."""
    for kind, pattern in _PATTERNS:
        if match := pattern.match(text):
            return Numbered(kind, match.group())
    return None


def heading_kinds(texts: Sequence[str]) -> list[Kind]:
    """Kinds of numbers whose paragraphs are headings throughout, widest first.

    Most paragraphs of the kind must look like headings, and most must have something other than the next number of the
    same kind below them: lists of short items are no headings.
    """
    found: dict[Kind, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        if (numbered := numbering_of(text)) is not None and numbered.kind is not Kind.ARTICLE:
            found[numbered.kind].append(index)
    return sorted(kind for kind, indices in found.items() if _are_headings(kind, indices, texts))


def _are_headings(kind: Kind, indices: Iterable[int], texts: Sequence[str]) -> bool:
    members = list(indices)
    short = [index for index in members if looks_like_heading(texts[index])]
    if len(short) < len(members) * 0.7:
        return False
    followed = [index for index in short if _has_text_below(kind, index, texts)]
    return len(followed) >= len(short) * 0.6


def _has_text_below(kind: Kind, index: int, texts: Sequence[str]) -> bool:
    if index + 1 >= len(texts):
        return False
    below = numbering_of(texts[index + 1])
    return below is None or below.kind > kind


def looks_like_heading(text: str) -> bool:
    """Whether a paragraph is short and no sentence."""
    return len(text) <= MAX_HEADING and not _CLAUSE.search(text)
