"""The progress board: fields by districts, narrowed to what somebody asks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from plugins.api import District
from plugins.contrib.item_catalogue.models import Assignment, Field
from plugins.contrib.item_catalogue.process.states import Step, Tone

from .progress import Standing, newest, standings_of


@dataclass(frozen=True, slots=True)
class BoardQuery:
    """A field's code, a district's slug, a step or a tone; empty: all."""

    field: str = ""
    district: str = ""
    step: str = ""
    tone: str = ""

    @classmethod
    def read(cls, given: Any) -> BoardQuery:
        """From an address; what is no choice is left out."""
        step, tone = given.get("step", ""), given.get("tone", "")
        known = (step if step in Step.values else "", tone if tone in Tone.values else "")
        return cls(given.get("field", ""), given.get("district", ""), *known)

    @property
    def is_filtered(self) -> bool:
        return bool(self.field or self.district or self.step or self.tone)

    def takes(self, standing: Standing) -> bool:
        """Whether an assignment is like that."""
        is_there = not self.step or self.step in standing.steps
        return is_there and self.tone in ("", standing.tone)


@dataclass(frozen=True, slots=True)
class Row:
    """A field, and for each district of the board its assignment or nothing."""

    field: Field
    cells: Sequence[tuple[District, Standing | None]]


@dataclass(frozen=True, slots=True)
class Board:
    """All that the screen shows. ``fields`` are all that there are, for the filter."""

    districts: Sequence[District]
    fields: Sequence[Field]
    rows: Sequence[Row]

    @property
    def standings(self) -> list[Standing]:
        """Every assignment on the board, field by field."""
        return [standing for row in self.rows for _district, standing in row.cells if standing]

    def number_of(self, tone: Tone) -> int:
        return sum(standing.tone == tone for standing in self.standings)

    @property
    def percent(self) -> int:
        """How far all fields of all districts are, fields without assignment counted as not begun."""
        cells = sum(len(row.cells) for row in self.rows)
        return sum(standing.percent for standing in self.standings) // cells if cells else 0


def board_of(districts: Collection[District], query: BoardQuery, *, today: dt.date, among: Any = None) -> Board:
    """The board of ``districts`` in three queries. ``among`` is what the person may see, everything by default.

    A row or column stays out when nothing in it is asked for.
    """
    visible = Assignment.objects.all() if among is None else among
    assignments = visible.filter(district__in=districts)
    found = {key: one for key, one in newest(standings_of(assignments, today=today)).items() if query.takes(one)}
    fields = list(Field.objects.all())
    columns = [one for one in districts if query.district in ("", one.slug)]
    rows = [Row(field, [(one, found.get((field.pk, one.pk))) for one in columns]) for field in fields]
    shown = [row for row in rows if query.field in ("", row.field.code)]
    if query.step or query.tone:
        shown = [row for row in shown if any(standing for _district, standing in row.cells)]
    return Board(columns, fields, shown)
