"""Columns that plug-ins propose for the tree of a district."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from plugins.manifest import Text

_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")
MOST_LEVELS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnPreset:
    """A column in which the plug-in's content has its place; ``titles`` lead to it, first level first, three at most.

    Nothing makes it by itself: the responsibility table is the one source of columns. Whoever manages the table chooses
    a unit, sees what would change, and applies it. The column is the district's own from then on, whatever becomes of
    the plug-in.
    """

    name: str
    titles: tuple[Text, ...]
    note: Text = ""

    def __post_init__(self) -> None:
        if not _NAME.fullmatch(self.name):
            raise ValueError(f"The name {self.name!r} of a column is not made of small letters, digits and hyphens.")
        titles: object = self.titles  # whatever its author wrote
        if not isinstance(titles, tuple | list) or not 0 < len(titles) <= MOST_LEVELS:
            raise ValueError(f"“titles” of {self.name} are one to {MOST_LEVELS} titles, first level first.")
