"""Figures of a year that a plug-in counts, for reports on disclosure that are made of tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cms.tenancy.models import District, Unit
    from plugins.manifest import Text

#: A cell of a table: the code of its row, the code of its column.
Cell = tuple[str, str]
Figures = Mapping[Cell, int | Decimal | None]


@dataclass(frozen=True, slots=True)
class FigureScope:
    """What is reported on: a calendar year in Asia/Shanghai, of one unit, or of a whole district (``unit`` is None)."""

    district: District
    year: int
    unit: Unit | None = None


def _no_address(scope: FigureScope, row: str, column: str) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSource:
    """Where cells of a table of the annual report come from: ``figures(scope)``, in a constant number of queries.

    ``table`` is a code of the report, as ``requests`` (part three) or ``remedies`` (part four); rows and columns are
    its codes too. Sums are the report's own and not supplied. ``None`` means that the figure is not known, which is not
    0; so does a cell that is left out. ``address`` leads to the screen that lists what was counted, ``""`` to none.
    """

    name: str
    title: Text
    table: str
    figures: Callable[[FigureScope], Figures]
    address: Callable[[FigureScope, str, str], str] = _no_address

    def __post_init__(self) -> None:
        for part in ("figures", "address"):
            if not callable(getattr(self, part)):
                raise TypeError(f"“{part}” of {self.name} cannot be called.")
