"""What hits are counted by, as choices; and what was chosen, as chips that can be taken away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from search.building.places import PATH_SEPARATOR
from search.engines.contract import AnyFacet, FacetName, Hit

from .added import Offered
from .labels import Labels, labels_of
from .reader_query import ReaderQuery

Counts = Mapping[AnyFacet, Mapping[str, int]]
#: What stands open; the others are one step away.
FIRST_VALUES = 6
HEADINGS: dict[AnyFacet, Any] = {
    FacetName.DISTRICT: gettext_lazy("District"),
    FacetName.FORCE: gettext_lazy("Legal force"),
    FacetName.COLUMN: gettext_lazy("Column"),
    FacetName.UNIT: gettext_lazy("Responsible unit"),
    FacetName.YEAR: pgettext_lazy("of a publication", "Year"),
    FacetName.TOPIC: gettext_lazy("Topic"),
    FacetName.KIND: gettext_lazy("Kind of document"),
    FacetName.TYPE: gettext_lazy("Kind of content"),
    FacetName.ATTRIBUTE: gettext_lazy("Disclosure attribute"),
}


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A choice: how many hits it leaves, and the query string that chooses it, or gives it up if it is chosen."""

    value: str
    label: str
    total: int
    is_chosen: bool
    address: str


@dataclass(frozen=True, slots=True)
class Facet:
    """The choices of one facet; ``first`` stand open, ``rest`` below a fold. None is left out."""

    name: AnyFacet
    heading: str
    first: tuple[FacetValue, ...]
    rest: tuple[FacetValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Chip:
    """Something that narrows the hits, and the query string without it."""

    heading: str
    label: str
    address: str


def labels_for(
    query: ReaderQuery, counts: Counts, hits: Iterable[Hit], added: Iterable[Offered] = ()
) -> dict[AnyFacet, Labels]:
    """Names of every value that is shown: a query at most for each facet that has names of its own."""
    shown = list(hits)
    beside: dict[AnyFacet, set[str]] = {
        FacetName.UNIT: {hit.unit for hit in shown},
        FacetName.DISTRICT: {hit.district for hit in shown},
        FacetName.TYPE: {hit.page_type for hit in shown},
        FacetName.FORCE: {hit.force for hit in shown if hit.force},
    }
    wanted = {facet: {*_counted(query, counts, facet), *beside.get(facet, ())} for facet in HEADINGS}
    named: dict[AnyFacet, Labels] = {facet: labels_of(facet, values) for facet, values in wanted.items() if values}
    return named | {one.facet: one.labels(_counted(query, counts, one.facet)) for one in added}


def _counted(query: ReaderQuery, counts: Counts, facet: AnyFacet) -> set[str]:
    return {*counts.get(facet, ()), *query.values(facet)}


def headings_with(added: Iterable[Offered]) -> dict[AnyFacet, Any]:
    """What every facet is called, in their order; those that are ``added`` come last."""
    return {**HEADINGS, **{one.facet: one.heading for one in added}}


def facets_of(
    query: ReaderQuery, counts: Counts, labels: Mapping[AnyFacet, Labels], added: Iterable[Offered] = ()
) -> tuple[Facet, ...]:
    """Facets with something to choose, in their order."""
    headings = headings_with(added)
    built = (
        _facet(facet, str(heading), query, counts[facet], labels.get(facet, {}))
        for facet, heading in headings.items()
        if facet in counts
    )
    return tuple(facet for facet in built if len(facet.first) > 1 or any(value.is_chosen for value in facet.first))


def chips_of(query: ReaderQuery, labels: Mapping[AnyFacet, Labels], added: Iterable[Offered] = ()) -> tuple[Chip, ...]:
    """What narrows the hits beside the words."""
    headings = headings_with(added)
    chosen = (
        Chip(str(headings[facet]), labels.get(facet, {}).get(value, value), query.toggled(facet, value).address())
        for facet, value in query.chosen
        if facet in headings
    )
    return (*chosen, *_day_chips(query))


def _day_chips(query: ReaderQuery) -> Iterator[Chip]:
    force = str(HEADINGS[FacetName.FORCE])
    if query.only_in_force:
        label = _("in force on %(day)s") % {"day": query.day.isoformat()}
        yield Chip(force, label, query.address(only_in_force=False, page=1))
    if query.on and not query.only_in_force:
        yield Chip(force, _("as of %(day)s") % {"day": query.on.isoformat()}, query.address(on=None, page=1))
    if query.since:
        yield Chip(_("Published from"), query.since.isoformat(), query.address(since=None, page=1))
    if query.until:
        yield Chip(_("Published until"), query.until.isoformat(), query.address(until=None, page=1))


def _facet(facet: AnyFacet, heading: str, query: ReaderQuery, counts: Mapping[str, int], labels: Labels) -> Facet:
    chosen = query.values(facet)
    shown = {value: counts.get(value, 0) for value in (*counts, *chosen)}
    if facet is FacetName.COLUMN:
        shown = {value: total for value, total in shown.items() if _is_in_view(value, chosen)}
    values = [
        FacetValue(value, labels.get(value, value), total, value in chosen, query.toggled(facet, value).address())
        for value, total in sorted(shown.items(), key=_order_of(facet))
    ]
    values.sort(key=lambda value: not value.is_chosen)
    return Facet(facet, heading, tuple(values[:FIRST_VALUES]), tuple(values[FIRST_VALUES:]))


def _order_of(facet: AnyFacet) -> Any:
    """Years from the newest, all others from the most frequent."""
    if facet is FacetName.YEAR:
        return lambda item: [-ord(character) for character in item[0]]
    return lambda item: (-item[1], item[0])


def _is_in_view(value: str, chosen: frozenset[str]) -> bool:
    """Columns of the first level, those right below a chosen one, and the way to it."""
    above = value.rpartition(PATH_SEPARATOR)[0]
    return not above or above in chosen or any(f"{one}{PATH_SEPARATOR}".startswith(f"{value} /") for one in chosen)


def within(counts: Counts, districts: Iterable[str]) -> Counts:
    """``counts`` without districts that are not asked: a facet leaves out its own filter, which keeps them apart."""
    own = set(districts)
    kept = {slug: total for slug, total in counts.get(FacetName.DISTRICT, {}).items() if slug in own}
    return {**counts, FacetName.DISTRICT: kept}
