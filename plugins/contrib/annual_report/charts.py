"""Charts that the server draws: bars beside each other, this year's and last year's, with their numbers in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from .structure import Value, format_cell

#: Height of a line of a chart in em, and how wide the longest bar is in per cent: its number stands behind it.
LABEL, BAR, GAP, LONGEST = 1.5, 1.1, 0.7, 82


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: ``series`` is 0 for this year and 1 for the year before. Places are em, widths are per cent."""

    series: int
    y: float
    width: float
    text: str

    @property
    def text_y(self) -> float:
        return round(self.y + BAR * 0.8, 2)

    @property
    def text_x(self) -> float:
        return round(self.width + 1, 2)


@dataclass(frozen=True, slots=True)
class Line:
    """What bars stand for, and the bars."""

    label: str
    y: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture ``height`` em high. ``words`` says all its numbers: the text alternative."""

    code: str
    title: str
    names: tuple[str, ...]
    lines: tuple[Line, ...]
    height: float
    words: str


def draw(code: str, title: str, series: Mapping[str, Mapping[str, Value]]) -> Chart | None:
    """A chart of ``series``: by its name, values by label; the first one gives labels and order.

    Nothing where there is no number. What is blank or does not apply has no bar.
    """
    first = next(iter(series.values()))
    longest = max(_numbers(series), default=Decimal(0))
    if longest <= 0:
        return None
    lines, y = [], 0.0
    for label in first:
        bars = _bars([values.get(label) for values in series.values()], longest, y + LABEL)
        lines.append(Line(label, round(y + LABEL * 0.75, 2), tuple(bars)))
        y += LABEL + BAR * len(series) + GAP
    return Chart(code, title, tuple(series), tuple(lines), round(y, 2), _words(series))


def _numbers(series: Mapping[str, Mapping[str, Value]]) -> Iterable[Decimal]:
    values = (value for one in series.values() for value in one.values())
    return (value for value in values if isinstance(value, Decimal))


def _bars(values: Iterable[Value], longest: Decimal, top: float) -> Iterable[Bar]:
    for place, value in enumerate(values):
        if value is not None:
            number = value if isinstance(value, Decimal) else Decimal(0)
            width = round(float(number / longest) * LONGEST, 2)
            yield Bar(place, round(top + place * BAR, 2), width, format_cell(value))


def _words(series: Mapping[str, Mapping[str, Value]]) -> str:
    said = (
        _("%(name)s: %(values)s.") % {"name": name, "values": "；".join(_pairs(values))}
        for name, values in series.items()
    )
    return " ".join(said)


def _pairs(values: Mapping[str, Value]) -> Iterable[str]:
    return (f"{label} {format_cell(value)}" for label, value in values.items() if value is not None)
