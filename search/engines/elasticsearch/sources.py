"""A document as it is indexed."""

from __future__ import annotations

from typing import Any

from search.documents import ForceSpan, SearchDocument
from search.engines.contract import AddedFacet, FacetName, Field
from search.engines.fields import facet_values, number_order, searched_tokens, shown_values

from .mapping import added_field, facet_field


def source_of(document: SearchDocument) -> dict[str, Any]:
    """A document as it is indexed: tokens, values to count and filter by, and what a hit shows."""
    spans = [(span, _days(span)) for span in document.force]
    tokens, counted = searched_tokens(document), facet_values(document)
    added = {added_field(name): values for name, values in counted.items() if isinstance(name, AddedFacet)}
    return {
        "key": document.key,
        "alive": True,
        "shown": {**shown_values(document), "force": list(map(_span, document.force))},
        "whole_title": document.title,
        "number_key": document.number_key or None,
        "index_number": document.index_number or None,
        "number_order": number_order(document.number) or None,
        "title_length": len(tokens[Field.TITLE].split()),
        "published_day": document.published_on.toordinal() if document.published_on else None,
        "has_force": bool(spans),
        "force": {
            force: [days for span, days in spans if span.force == force] for force in {s.force for s, _ in spans}
        },
        "in_force": [days for span, days in spans if span.is_in_force],
        **{field.value: found for field, found in tokens.items() if found},
        **{facet_field(name): values for name, values in counted.items() if values and isinstance(name, FacetName)},
        **({"added": added} if added else {}),
    }


def _span(span: ForceSpan) -> list[Any]:
    return [span.force, span.is_in_force, span.starts_on.isoformat(), span.ends_on.isoformat()]


def _days(span: ForceSpan) -> dict[str, int]:
    return {"gte": span.starts_on.toordinal(), "lte": span.ends_on.toordinal()}
