"""What belongs to pages and stands elsewhere; a room above this one installs who knows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from search.documents import Passage

Said = TypeVar("Said")


@dataclass(frozen=True, slots=True)
class Beside(Generic[Said]):
    """What is said about pages, which is nothing of most; and those of which it could not be said now, with a reason.

    These are found without it till then.
    """

    said: dict[int, list[Said]] = field(default_factory=dict)
    failed: dict[int, str] = field(default_factory=dict)


#: ``texts(kind, keys)``: the passages of the pages ``keys`` of ``kind``.
Texts = Callable[[Any, Sequence[int]], Beside[Passage]]
#: ``values(kind, keys)``: for the same pages the facets that are added, with a value each.
Values = Callable[[Any, Sequence[int]], Beside[tuple[str, str]]]
#: Kind → keys of its pages.
Kinds = Mapping[Any, Sequence[int]]
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


def texts_of(kinds: Kinds) -> Beside[Passage]:
    """Passages of pages that stand elsewhere."""
    return _together(texts(kind, keys) for texts in _texts for kind, keys in kinds.items())


def values_of(kinds: Kinds) -> Beside[tuple[str, str]]:
    """Values of added facets of pages."""
    return _together(values(kind, keys) for values in _values for kind, keys in kinds.items())


def _together(answers: Iterable[Beside[Said]]) -> Beside[Said]:
    found: Beside[Said] = Beside()
    for answer in answers:
        found.failed.update(answer.failed)
        for key, ones in answer.said.items():
            found.said.setdefault(key, []).extend(ones)
    return found
