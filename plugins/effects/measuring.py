"""Figures that plug-ins count, where they are on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from cms.tenancy.models import District
from plugins.activation import active_plugins
from plugins.calling import WrongAnswer, ask
from plugins.collecting import contributions

#: Seconds for one figure.
BUDGET = 5.0


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one district; ``None``: there is nothing to count, or it could not be counted."""

    plugin: str
    name: str
    title: str
    district: str
    value: int | Decimal | None
    unit: str

    def as_json(self) -> dict[str, Any]:
        """For programs."""
        return {name: getattr(self, name) for name in self.__slots__}


def figures(
    *, since: dt.date, until: dt.date, district: int | None = None, plugin: str | None = None
) -> Iterator[Figure]:
    """Each figure of the district with the key ``district`` (``None``: of all), from day to day, both inclusive."""
    measures = [given for given in contributions("measures") if plugin in (None, given.plugin)]
    places = District.objects.all() if district is None else District.objects.filter(pk=district)
    for place in places if measures else ():
        active = active_plugins(place.pk)
        for given in measures:
            if given.plugin in active:
                what, measure = f"measures.{given.answer.name}", given.answer
                value = ask(given.plugin, what, measure.value, place, since, until, check=_number, budget=BUDGET)
                texts = (str(measure.title), place.slug, value, str(measure.unit))
                yield Figure(given.plugin, measure.name, *texts)


def _number(answer: Any) -> int | Decimal | None:
    if answer is None or (isinstance(answer, int | Decimal) and not isinstance(answer, bool)):
        return answer
    raise WrongAnswer(f"a number or nothing is asked for, not {type(answer).__name__}")
