"""Child rows of many pages, in one query for each kind of row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from .fields import searched_fields

#: Relation → page → rows in the authors' order.
Rows = Mapping[str, Mapping[int, list[Any]]]


def rows_of(kind: Any, keys: Collection[int], *, more: Collection[str] = ()) -> Rows:
    """The searched child rows of the pages ``keys`` of ``kind``, and those of the relations ``more``."""
    relations = [rows.relation for rows in searched_fields(kind).rows]
    relations += [kind._meta.get_field(name) for name in more]
    return {relation.name: _by_page(relation, keys) for relation in relations}


def _by_page(relation: Any, keys: Collection[int]) -> Mapping[int, list[Any]]:
    name = relation.field.name
    found: dict[int, list[Any]] = defaultdict(list)
    for row in relation.related_model._default_manager.filter(**{f"{name}__in": keys}).order_by("sort_order", "pk"):
        found[getattr(row, relation.field.attname)].append(row)
    return found
