"""What people call the values of facets. Looked up when they are shown: the index keeps keys that outlive names."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.apps import apps
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import District, Unit
from disclosure_pages.documents.force.enums import LegalForce
from disclosure_pages.documents.models import DocumentKind, Topic
from disclosure_pages.tree.enums import DisclosureAttribute
from disclosure_pages.tree.models import DisclosurePage
from search.building.places import PATH_SEPARATOR
from search.engines.contract import AnyFacet, FacetName, Sort

Labels = dict[str, str]
SORT_LABELS: dict[Sort, Any] = {
    Sort.RELEVANCE: _("Best hits first"),
    Sort.NEWEST: _("Newest publication first"),
    Sort.OLDEST: _("Oldest publication first"),
    Sort.NUMBER: _("By document number"),
}


def labels_of(facet: AnyFacet, values: Iterable[str]) -> Labels:
    """Value → name, in the language of the reader: a query at most. A value that has no name any more is its own."""
    wanted = set(values)
    found = _LOOK_UPS[facet](wanted) if facet in _LOOK_UPS else {}
    return {value: found.get(value, value) for value in wanted}


def _districts(values: set[str]) -> Labels:
    return dict(District.objects.filter(slug__in=values).values_list("slug", "name"))


def _units(values: set[str]) -> Labels:
    codes = {value.partition("/")[2] for value in values}
    rows = Unit.objects.filter(code__in=codes).values_list("district__slug", "code", "name")
    return {f"{district}/{code}": name for district, code, name in rows}


def _columns(values: set[str]) -> Labels:
    return {value: value.rpartition(PATH_SEPARATOR)[2] for value in values}


def _topics(values: set[str]) -> Labels:
    return dict(Topic.objects.filter(code__in=values).values_list("code", "name"))


def _kinds(values: set[str]) -> Labels:
    return dict(DocumentKind.objects.filter(code__in=values).values_list("code", "name"))


def _types(values: set[str]) -> Labels:
    kinds = (model for model in apps.get_models() if issubclass(model, DisclosurePage))
    names = {str(kind._meta.model_name): capfirst(str(kind._meta.verbose_name)) for kind in kinds}
    return {value: names[value] for value in values & names.keys()}


def _choices(choices: Iterable[tuple[str, object]]) -> Callable[[set[str]], Labels]:
    return lambda values: {value: str(label) for value, label in choices if value in values}


_LOOK_UPS: dict[AnyFacet, Callable[[set[str]], Labels]] = {
    FacetName.DISTRICT: _districts,
    FacetName.UNIT: _units,
    FacetName.COLUMN: _columns,
    FacetName.TOPIC: _topics,
    FacetName.KIND: _kinds,
    FacetName.TYPE: _types,
    FacetName.FORCE: _choices(LegalForce.choices),
    FacetName.ATTRIBUTE: _choices(DisclosureAttribute.choices),
}
