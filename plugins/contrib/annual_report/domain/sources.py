"""What counting finds for a report: of a unit from the sources that are on, above it from the accepted reports.

To those of its units a district adds what no unit reports, as cases that none had when the year ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from plugins.api import Counted, FigureScope, figure_sources
from plugins.contrib.annual_report.enums import CountedAs, Level
from plugins.contrib.annual_report.models import Report
from plugins.contrib.annual_report.structure import NOT_APPLICABLE, Form, Key, Value, is_sum
from plugins.contrib.annual_report.structure.sums import rolled_up

from .knowing import answers_of
from .values import form_in, values_by_report


@dataclass(frozen=True, slots=True)
class Count:
    """What was found for a cell; ``number`` is there when and only when ``kind`` is a number."""

    kind: CountedAs
    number: Decimal | None = None
    source: str = ""


def counts_of(report: Report) -> dict[Key, Count]:
    """Each cell of which something can be said; a cell that nobody counts is left out."""
    form = form_in(report)
    return (
        _from_below(form, report) if report.level != Level.UNIT else _from_sources(form, answers_of(scope_of(report)))
    )


def sources_of(report: Report) -> list[Counted]:
    """The sources that are on where the unit's report is from, not asked; none for reports that are rolled up."""
    if report.level != Level.UNIT:
        return []
    found: list[Counted] = figure_sources(scope_of(report))
    return found


def scope_of(report: Report) -> FigureScope:
    """What a report of a unit or of a district is about, as sources ask for it."""
    return FigureScope(district=report.district, year=report.year, unit=report.unit)


def leaves(form: Form) -> list[Key]:
    """The cells that are no sums."""
    return [key for key in form.cells() if not is_sum(form, key)]


def _from_sources(form: Form, answers: Iterable[Counted]) -> dict[Key, Count]:
    known = set(leaves(form))
    found: dict[Key, Count] = {}
    for answer in answers:
        for key, count in _counts(form, known, answer).items():
            found[key] = _both(found[key], count) if key in found else count
    return found


def _counts(form: Form, known: set[Key], answer: Counted) -> dict[Key, Count]:
    """One source. One that did not answer says of every cell of its table that it is not available, never 0."""
    title, table = str(answer.source.title), answer.source.table
    if answer.figures is None:
        return {key: Count(CountedAs.UNAVAILABLE, source=title) for key in known if key[0] == table}
    cells: dict[Key, Decimal] = {}
    for (row, column), number in answer.figures.items():
        if number is not None:
            key = (table, form.folded.get(row, row), column)
            cells[key] = cells.get(key, Decimal(0)) + number
    return {key: Count(CountedAs.NUMBER, cells[key], title) for key in known if key in cells}


def _both(one: Count, other: Count) -> Count:
    """Two sources of one cell add up; without one of them nothing is known."""
    source = "、".join(filter(None, (one.source, other.source)))
    if one.number is None or other.number is None:
        return Count(CountedAs.UNAVAILABLE, source=source)
    return Count(CountedAs.NUMBER, one.number + other.number, source)


def _from_below(form: Form, report: Report) -> dict[Key, Count]:
    parts = parts_of(report)
    return {key: count for key in leaves(form) if (count := parts.count(key)) is not None}


@dataclass(frozen=True, slots=True)
class Parts:
    """What a roll-up is made of: the sum of the accepted ``reports`` below, and what no unit reports, ``rest``."""

    reports: Mapping[Key, Value]
    rest: Mapping[Key, Count]

    def count(self, key: Key) -> Count | None:
        """Both together; nothing where neither says anything, and not available where the rest could not be asked."""
        below, rest = self.reports[key], self.rest.get(key)
        if rest is not None and rest.number != 0:
            return _both(_count(below), rest) if isinstance(below, Decimal) else rest
        return None if below is None else _count(below)


def parts_of(report: Report) -> Parts:
    """The accepted reports below ``report`` in two queries, however many, and the rest of a district.

    Reports with another form take part with the cells that both have.
    """
    form = form_in(report)
    rolled = rolled_up(form, values_by_report(Report.objects.below(report).final()).values())
    rest = _from_sources(form, answers_of(rest_of(report))) if report.level == Level.DISTRICT else {}
    return Parts(rolled, rest)


def rest_of(report: Report) -> FigureScope:
    """What the units of a report's district do not report."""
    return FigureScope(district=report.district, year=report.year, is_remainder=True)


def _count(value: Value) -> Count:
    return Count(CountedAs.NONE) if value is NOT_APPLICABLE else Count(CountedAs.NUMBER, value)
