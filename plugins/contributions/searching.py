"""Facets of the public search."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from plugins.manifest import Text

_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
#: Characters of a value: what an address may hold of one.
LONGEST_VALUE: Final = 200


def _no_labels(values: Sequence[str]) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchFacet:
    """Something that pages are counted and narrowed by, as ``?open-day.place=…`` in addresses and the API.

    ``values(keys)`` answers for the pages ``keys`` of the kind (``app_label.Model``; left out, content of every kind)
    with their values, each of 200 characters at most; a page that has none is left out. ``labels(values)`` are names of
    values that are codes; one without a name is shown as it is. After a change of values call
    ``plugins.api.search_anew(pages)``.
    """

    name: str
    label: Text
    values: Callable[[Sequence[int]], Mapping[int, Iterable[str]]]
    kind: str = ""
    labels: Callable[[Sequence[str]], Mapping[str, str]] = _no_labels

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"The name {self.name!r} of a facet is not made of small letters, digits and underscores.")
        for part in ("values", "labels"):
            if not callable(getattr(self, part)):
                raise TypeError(f"“{part}” of {self.name} cannot be called.")
