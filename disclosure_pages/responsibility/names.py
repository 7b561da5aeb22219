"""Splitting the text of a 责任单位 cell into names; which names exist is the register's business."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_HARD_SEPARATOR = re.compile(r"[、，,;；。]+")
_COLLECTIVE_LIKE = re.compile(
    r"^(?:各|区直|市直|县直|全区|所有)|(?:各单位|各部门|有关单位|有关部门|相关单位|相关部门)$"
)

Predicate = Callable[[str], bool]


def split_names(text: str, is_known: Predicate) -> list[str]:
    """Split on 、 ， , ; ； 。 white space and line breaks.

    Authors also break one long name over two lines or put a space into it: neighbours that mean nothing alone and a
    known name together are joined again. Separators other than white space always separate.
    """
    chunks = (chunk.split() for chunk in _HARD_SEPARATOR.split(text))
    return [name for pieces in chunks for name in _join_known(pieces, is_known)]


def _join_known(pieces: Sequence[str], is_known: Predicate) -> list[str]:
    names: list[str] = []
    start = 0
    while start < len(pieces):
        end = start + 1
        if not is_known(pieces[start]):
            joins = (stop for stop in range(start + 2, len(pieces) + 1) if is_known("".join(pieces[start:stop])))
            end = next(joins, end)
        names.append("".join(pieces[start:end]))
        start = end
    return names


def split_collective(name: str, is_collective: Predicate) -> tuple[str, str] | None:
    """Split “X等各相关部门” into (``X``, ``各相关部门``); ``None`` when no part after a 等 is a known collective.

    “X等相关部门” counts as well: the word 各 may be missing. X may be empty (“等各相关部门”).
    """
    for match in reversed(list(re.finditer("等", name))):
        head, tail = name[: match.start()], name[match.end() :]
        for candidate in (tail, f"各{tail}"):
            if is_collective(candidate):
                return head, candidate
    return None


def is_collective_like(name: str) -> bool:
    """Whether an unknown name reads like a set of units rather than like one unit."""
    return bool(_COLLECTIVE_LIKE.search(name))
