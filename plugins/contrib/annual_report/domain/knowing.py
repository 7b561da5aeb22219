"""What sources say of the years that they know: of a year before, what they count is not 0 but nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from plugins.api import Counted, FigureScope, counted_figures
from plugins.contrib.annual_report.structure import form_of_year


def answers_of(scope: FigureScope) -> Iterator[Counted]:
    """Each source that is on with its figures; those of what it does not know are left out, to be entered by hand.

    A year counts that the source knows from its first day on, and what is carried into it if it knows the whole year
    before. A source that failed stays one that failed.
    """
    for answer in counted_figures(scope):
        yield answer if answer.figures is None else replace(answer, figures=_known(answer))


def _known(answer: Counted) -> dict[tuple[str, str], object]:
    since, year = answer.since, answer.scope.year
    if since is None or since > dt.date(year, 1, 1):
        return {}
    table = answer.source.table
    later = {one.later for one in form_of_year(year).carried if one.table == table}
    unknown = later if since > dt.date(year - 1, 1, 1) else set()
    return {cell: number for cell, number in (answer.figures or {}).items() if cell[0] not in unknown}
