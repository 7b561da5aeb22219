"""Which fields and child rows of a kind of page are searched: what it declares to Wagtail's own search.

So a kind that a plug-in brings is found without a word here. Fields for people at work are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from wagtail.search import index

# Of every page, and indexed as what they are.
ELSEWHERE = frozenset({"title", "number", "document_number", "keywords"})


@dataclass(frozen=True, slots=True)
class SearchedRows:
    """A kind of child rows with the names of those fields that are searched."""

    relation: Any
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchedFields:
    """What of a kind of page is searched, beside its title and its number."""

    fields: tuple[Any, ...]
    rows: tuple[SearchedRows, ...]


@cache
def searched_fields(kind: Any) -> SearchedFields:
    """What the kind of content ``kind`` declares, in the order of its fields and child rows."""
    declared = [field for field in kind.search_fields if field.field_name not in kind.internal_fields]
    names = {field.field_name for field in declared if isinstance(field, index.SearchField)} - ELSEWHERE
    related = [field for field in declared if isinstance(field, index.RelatedFields)]
    return SearchedFields(
        fields=tuple(field for field in kind._meta.concrete_fields if field.name in names),
        rows=tuple(_rows(kind, field) for field in related),
    )


def _rows(kind: Any, related: index.RelatedFields) -> SearchedRows:
    names = tuple(field.field_name for field in related.fields if isinstance(field, index.SearchField))
    return SearchedRows(kind._meta.get_field(related.field_name), names)
