"""What counting finds for a report: of a unit from the sources that are on, above it from the accepted reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from plugins.api import Counted, FigureScope, counted_figures, figure_sources
from plugins.contrib.annual_report.enums import CountedAs, Level
from plugins.contrib.annual_report.models import Report
from plugins.contrib.annual_report.structure import NOT_APPLICABLE, Form, Key, Value, is_sum
from plugins.contrib.annual_report.structure.sums import rolled_up

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
        _from_below(form, report)
        if report.level != Level.UNIT
        else _from_sources(form, counted_figures(scope_of(report)))
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
    source = f"{one.source}、{other.source}"
    if one.number is None or other.number is None:
        return Count(CountedAs.UNAVAILABLE, source=source)
    return Count(CountedAs.NUMBER, one.number + other.number, source)


def _from_below(form: Form, report: Report) -> dict[Key, Count]:
    rolled = rolled_up_values(form, report)
    cells = {key: rolled[key] for key in leaves(form)}
    return {key: _count(value) for key, value in cells.items() if value is not None}


def rolled_up_values(form: Form, report: Report) -> Mapping[Key, Value]:
    """The sum of the accepted reports below ``report``; two queries, however many they are.

    Reports with another form take part with the cells that both have.
    """
    return rolled_up(form, values_by_report(Report.objects.below(report).final()).values())


def _count(value: Value) -> Count:
    return Count(CountedAs.NONE) if value is NOT_APPLICABLE else Count(CountedAs.NUMBER, value)
