"""Figures of a year that a plug-in counts, for reports on disclosure that are made of tables."""

from __future__ import annotations

import datetime as dt
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
    """What is reported on: a calendar year in Asia/Shanghai, of one unit, or of a whole district (``unit`` is None).

    ``is_remainder``: of the district only what no unit reports, as what no unit has yet or one has that was gone before
    the year. Sources are asked for it that say ``has_remainder``; no unit is named beside it.
    """

    district: District
    year: int
    unit: Unit | None = None
    is_remainder: bool = False

    @property
    def part(self) -> dict[str, int]:
        """How an address names which part of the district it is."""
        if self.unit:
            return {"unit": self.unit.pk}
        return {"remainder": 1} if self.is_remainder else {}


def _no_address(scope: FigureScope, row: str, column: str) -> str:
    return ""


def _always(district: District) -> dt.date | None:
    return dt.date.min


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSource:
    """Where cells of a table of the annual report come from: ``figures(scope)``, in a constant number of queries.

    ``table`` is a code of the report, as ``requests`` (part three) or ``remedies`` (part four); rows and columns are
    its codes too. Sums are the report's own and not supplied. ``None`` means that the figure is not known, which is not
    0; so does a cell that is left out. ``address`` leads to the screen that lists what was counted, ``""`` to none.
    ``since(district)`` is the first day of which the source knows everything, ``None`` while it knows nothing: of years
    before it nothing is reported, not 0. ``has_remainder``: units do not report all that there is in the district.
    """

    name: str
    title: Text
    table: str
    figures: Callable[[FigureScope], Figures]
    address: Callable[[FigureScope, str, str], str] = _no_address
    since: Callable[[District], dt.date | None] = _always
    has_remainder: bool = False

    def __post_init__(self) -> None:
        for part in ("figures", "address", "since"):
            if not callable(getattr(self, part)):
                raise TypeError(f"“{part}” of {self.name} cannot be called.")
