"""What belongs to pages and stands elsewhere; a room above this one installs who knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from search.documents import Passage

#: ``texts(kind, keys)``: the passages of the pages ``keys`` of ``kind``; a page that says nothing more is left out.
Texts = Callable[[Any, Sequence[int]], Mapping[int, Sequence[Passage]]]
#: ``values(kind, keys)``: for the same pages the facets that are added, with a value each.
Values = Callable[[Any, Sequence[int]], Mapping[int, Sequence[tuple[str, str]]]]
_texts: list[Texts] = []
_values: list[Values] = []


def install_texts(texts: Texts) -> None:
    """Let ``texts`` say more about pages than their own fields do."""
    if texts not in _texts:
        _texts.append(texts)


def install_values(values: Values) -> None:
    """Let ``values`` say for what else pages are counted."""
    if values not in _values:
        _values.append(values)


def texts_of(kind: Any, keys: Sequence[int]) -> dict[int, list[Passage]]:
    """Passages of the pages ``keys`` of ``kind`` that stand elsewhere."""
    return _together(texts(kind, keys) for texts in _texts)


def values_of(kind: Any, keys: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    """Values of added facets of the pages ``keys`` of ``kind``."""
    return _together(values(kind, keys) for values in _values)


def _together(answers: Iterable[Mapping[int, Sequence[Any]]]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for answer in answers:
        for key, ones in answer.items():
            found.setdefault(key, []).extend(ones)
    return found
