"""Places of rows, and a sketch of where they lie to one another: no map of anybody else is asked. No database."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from .enums import ColumnKind
from .queries import Numbered
from .schema import Schema
from .values import number_of

WIDTH, HEIGHT, MARGIN = 480, 320, 24
#: A sketch of a single place, or of places next door, still spans so many degrees (about 200 m).
SMALLEST_SPAN = 0.002


@dataclass(frozen=True, slots=True)
class Point:
    """A row with its place on the ground in degrees and on the sketch in its units."""

    number: int
    name: str
    longitude: float
    latitude: float
    x: float = 0.0
    y: float = 0.0

    @property
    def uri(self) -> str:
        """The place as programs for maps take it (RFC 5870)."""
        return f"geo:{self.latitude:.6f},{self.longitude:.6f}"

    @property
    def degrees(self) -> str:
        return f"{self.longitude:.4f}, {self.latitude:.4f}"


def points_of(schema: Schema, rows: Iterable[Numbered]) -> list[Point]:
    """The rows that have both coordinates, in their order, laid out on one sketch with north above."""
    if not schema.has_points:
        return []
    across, along = schema.place_of(ColumnKind.LONGITUDE), schema.place_of(ColumnKind.LATITUDE)
    assert across is not None  # noqa: S101 (has_points says so)
    assert along is not None  # noqa: S101
    pairs = [(number, row[0], number_of(row[across]), number_of(row[along])) for number, row in rows]
    return _laid_out(
        [
            Point(number, name, float(longitude), float(latitude))
            for number, name, longitude, latitude in pairs
            if longitude is not None and latitude is not None and abs(longitude) <= 180 and abs(latitude) <= 90
        ]
    )


def _laid_out(points: list[Point]) -> list[Point]:
    if not points:
        return []
    west, east = _ends([point.longitude for point in points])
    south, north = _ends([point.latitude for point in points])
    shrink = math.cos(math.radians((south + north) / 2)) or 1e-9
    scale = min((WIDTH - 2 * MARGIN) / ((east - west) * shrink), (HEIGHT - 2 * MARGIN) / (north - south))
    middle = ((west + east) / 2, (south + north) / 2)
    return [
        Point(
            point.number,
            point.name,
            point.longitude,
            point.latitude,
            x=round(WIDTH / 2 + (point.longitude - middle[0]) * shrink * scale, 1),
            y=round(HEIGHT / 2 - (point.latitude - middle[1]) * scale, 1),
        )
        for point in points
    ]


def _ends(values: list[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    missing = max(0.0, SMALLEST_SPAN - (high - low)) / 2
    return low - missing, high + missing
