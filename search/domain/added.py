"""Facets that rooms above the search add: in which districts each is offered, and what it is called there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from search.engines.contract import AddedFacet


@dataclass(frozen=True, slots=True)
class Offered:
    """A facet with its heading; ``labels(values)`` are names of its values, those that have any."""

    facet: AddedFacet
    heading: str
    labels: Callable[[set[str]], dict[str, str]]


#: ``offers(districts)``: what is added to a search in the districts with these slugs.
Offers = Callable[[Collection[str]], Sequence[Offered]]
_installed: list[Offers] = []


def install_facets(offers: Offers) -> None:
    """Let ``offers`` add facets to every search."""
    if offers not in _installed:
        _installed.append(offers)


def added_facets(districts: Collection[str]) -> tuple[Offered, ...]:
    """What can be chosen beside the facets of every installation in a search of ``districts``."""
    return tuple(one for offers in _installed for one in offers(districts))
