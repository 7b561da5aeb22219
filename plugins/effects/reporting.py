"""Figures of a year that plug-ins count, where they are on: each source asked on its own, a failing one told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from plugins.calling import Given, WrongAnswer, as_it_is, ask
from plugins.collecting import active_contributions
from plugins.contributions.figures import Figures, FigureScope, FigureSource

#: Seconds for the figures of one table.
BUDGET = 10.0


@dataclass(frozen=True, slots=True)
class Counted:
    """What one source says about a scope; ``figures`` is ``None`` when it could not be asked, which is not 0."""

    plugin: str
    source: FigureSource
    scope: FigureScope
    figures: Figures | None

    def address_of(self, row: str, column: str) -> str:
        """The admin screen with the list of what was counted in a cell; empty where there is none."""
        what = f"report_figures.{self.source.name}.address"
        return ask(self.plugin, what, self.source.address, self.scope, row, column, check=_text) or ""

    @property
    def since(self) -> dt.date | None:
        """The first day of which the source knows everything; ``None`` when it knows nothing, or does not say."""
        what = f"report_figures.{self.source.name}.since"
        return ask(self.plugin, what, self.source.since, self.scope.district, check=_day)


def counted_figures(scope: FigureScope) -> list[Counted]:
    """One answer for each source that is on in the district, in the order of the plug-ins."""
    return [
        Counted(given.plugin, given.answer, scope, _figures(given.plugin, given.answer, scope))
        for given in _sources(scope)
    ]


def figure_sources(scope: FigureScope) -> list[Counted]:
    """The same sources without asking for their figures: for the addresses of what they counted."""
    return [Counted(given.plugin, given.answer, scope, None) for given in _sources(scope)]


def _sources(scope: FigureScope) -> Iterator[Given[FigureSource]]:
    """Those that are on; for what no unit reports, only those that have such a thing."""
    for given in active_contributions("report_figures", scope.district.pk):
        if given.answer.has_remainder or not scope.is_remainder:
            yield given


def _figures(plugin: str, source: FigureSource, scope: FigureScope) -> Figures | None:
    what = f"report_figures.{source.name}"
    return ask(plugin, what, source.figures, scope, check=_numbers, budget=BUDGET)


def _numbers(answer: Any) -> Figures:
    if not isinstance(answer, Mapping):
        raise WrongAnswer(f"figures by row and column are asked for, not {type(answer).__name__}")
    for cell, value in answer.items():
        if value is not None and (isinstance(value, bool) or not isinstance(value, int | Decimal)):
            raise WrongAnswer(f"{cell} has to be a number or nothing, not {type(value).__name__}")
    return dict(answer)


def _day(answer: Any) -> dt.date | None:
    if answer is None or type(answer) is dt.date:
        return answer
    raise WrongAnswer(f"a day or nothing is asked for, not {type(answer).__name__}")


def _text(answer: Any) -> str:
    return str(as_it_is(answer) or "")
