"""What sources say of the years that they know: of a year before, what they count is not 0 but nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plugins.api import Counted, District, FigureScope, counted_figures, figure_sources
from plugins.contrib.annual_report.models import SourceStart
from plugins.contrib.annual_report.structure import form_of_year


@dataclass(frozen=True, slots=True)
class Knowledge:
    """From which day on a source knows everything: what it says itself, and what the office has said instead."""

    answer: Counted
    start: SourceStart | None

    @property
    def key(self) -> str:
        """How the source is named where its first day is kept."""
        return source_key(self.answer)

    @property
    def since(self) -> dt.date | None:
        """The day that holds; ``None``: it knows nothing yet."""
        return self.start.day if self.start else self.answer.since

    @property
    def own(self) -> dt.date | None:
        """What the source says itself."""
        return self.answer.since

    @property
    def is_always(self) -> bool:
        return self.since == dt.date.min


def source_key(answer: Counted) -> str:
    """Names of sources are their plug-ins' own."""
    return f"{answer.plugin}.{answer.source.name}"


def knowledge_of(scope: FigureScope) -> list[Knowledge]:
    """Each source that is on, not asked for its figures."""
    starts = _starts(scope.district)
    return [Knowledge(one, starts.get(source_key(one))) for one in figure_sources(scope)]


def answers_of(scope: FigureScope) -> Iterator[Counted]:
    """Each source that is on with its figures; those of what it does not know are left out, to be entered by hand.

    A year counts that the source knows from its first day on, and what is carried into it if it knows the whole year
    before. A source that failed stays one that failed.
    """
    starts = _starts(scope.district)
    for answer in counted_figures(scope):
        known = Knowledge(answer, starts.get(source_key(answer)))
        yield answer if answer.figures is None else replace(answer, figures=_known(known))


def _starts(district: District) -> dict[str, SourceStart]:
    return {one.source: one for one in SourceStart.objects.filter(district=district)}


def _known(known: Knowledge) -> dict[tuple[str, str], object]:
    since, answer = known.since, known.answer
    year = answer.scope.year
    if since is None or since > dt.date(year, 1, 1):
        return {}
    table = answer.source.table
    later = {one.later for one in form_of_year(year).carried if one.table == table}
    unknown = later if since > dt.date(year - 1, 1, 1) else set()
    return {cell: number for cell, number in (answer.figures or {}).items() if cell[0] not in unknown}
