"""Texts that belong to pages and stand elsewhere; a room above this one installs who knows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from search.documents import Passage

#: ``texts(kind, keys)``: the passages of the pages ``keys`` of ``kind``; a page that says nothing more is left out.
Texts = Callable[[Any, Sequence[int]], Mapping[int, Sequence[Passage]]]
_installed: list[Texts] = []


def install_texts(texts: Texts) -> None:
    """Let ``texts`` say more about pages than their own fields do."""
    if texts not in _installed:
        _installed.append(texts)


def texts_of(kind: Any, keys: Sequence[int]) -> dict[int, list[Passage]]:
    """Passages of the pages ``keys`` of ``kind`` that stand elsewhere."""
    found: dict[int, list[Passage]] = {}
    for texts in _installed:
        for key, passages in texts(kind, keys).items():
            found.setdefault(key, []).extend(passages)
    return found
