"""Facets of the search that plug-ins add: values of pages where they are on, headings where they are offered."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import Any

from cms.tenancy.models import District
from plugins.activation import active_everywhere
from plugins.calling import Given, WrongAnswer, ask
from plugins.collecting import contributions
from plugins.contributions.searching import LONGEST_VALUE, SearchFacet
from search.building.beside import Beside
from search.domain.added import Offered
from search.engines.contract import AddedFacet
from search.query.lexing import clean

from .indexing import failure_of, said_of, where_on


def values_beside(kind: Any, keys: Sequence[int]) -> Beside[tuple[str, str]]:
    """For what plug-ins count those pages ``keys`` of ``kind`` where they are on."""
    found: Beside[tuple[str, str]] = Beside()
    kinds = {"", kind._meta.label_lower}
    added = [given for given in contributions("search_facets") if given.answer.kind.lower() in kinds]
    for given, here in where_on(added, keys):
        said = said_of(here, plugin=given.plugin, what=_where(given), function=given.answer.values, made=_value)
        if said is None:
            found.failed.update(dict.fromkeys(here, failure_of(given.plugin, _where(given))))
        for key, values in (said or {}).items():
            found.said.setdefault(key, []).extend((_name(given), value) for value in values)
    return found


def facets_in(districts: Collection[str]) -> Sequence[Offered]:
    """The facets of plug-ins that are on in one of ``districts`` (slugs)."""
    given = contributions("search_facets")
    on = active_everywhere() if given else {}
    if not any(one.plugin in on for one in given):
        return ()
    keys = set(District.objects.filter(slug__in=districts).values_list("pk", flat=True))
    return [_offered(one) for one in given if _is_on(on.get(one.plugin, frozenset()), keys)]


def _is_on(where: frozenset[int] | None, districts: set[int]) -> bool:
    return where is None or bool(where & districts)


def _offered(given: Given[SearchFacet]) -> Offered:
    return Offered(AddedFacet(_name(given)), str(given.answer.label), partial(_labels, given))


def _labels(given: Given[SearchFacet], values: set[str]) -> dict[str, str]:
    if not values:
        return {}
    what = f"{_where(given)}.labels"
    return ask(given.plugin, what, given.answer.labels, sorted(values), check=_texts) or {}


def _name(given: Given[SearchFacet]) -> str:
    return f"{given.plugin}.{given.answer.name}"


def _where(given: Given[SearchFacet]) -> str:
    return f"search_facets.{given.answer.name}"


def _value(value: Any) -> str:
    """As it is read again when it stands in an address."""
    if not isinstance(value, str) or not clean(value) or len(value) > LONGEST_VALUE:
        raise WrongAnswer(f"a value is a text of {LONGEST_VALUE} characters at most, not {str(value)[:20]!r}")
    return clean(value)


def _texts(answer: Any) -> dict[str, str]:
    if not isinstance(answer, Mapping):
        raise WrongAnswer(f"a mapping of values to names is asked for, not {type(answer).__name__}")
    return {str(value): str(label) for value, label in answer.items()}
