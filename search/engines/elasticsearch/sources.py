"""A document as it is indexed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from search.documents import AttachmentText, ForceSpan, Passage, SearchDocument
from search.engines.contract import Field
from search.engines.fields import facet_values, number_order, searched_tokens

from .mapping import facet_field


def source_of(document: SearchDocument) -> dict[str, Any]:
    """A document as it is indexed: tokens, values to count and filter by, and what a hit shows."""
    spans = [(span, _days(span)) for span in document.force]
    tokens = searched_tokens(document)
    return {
        "key": document.key,
        "alive": True,
        "shown": _shown(document),
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
        **{facet_field(name): values for name, values in facet_values(document).items() if values},
    }


def _shown(document: SearchDocument) -> dict[str, Any]:
    return {
        "url": document.url,
        "page_type": document.page_type,
        "title": document.title,
        "number": document.number,
        "district": document.district,
        "unit": document.unit,
        "columns": document.columns,
        "published_on": document.published_on.isoformat() if document.published_on else None,
        "force": list(map(_span, document.force)),
        "passages": _passages(document.passages),
        "attachments": list(map(_attachment, document.attachments)),
        "companions": document.companions,
    }


def _span(span: ForceSpan) -> list[Any]:
    return [span.force, span.is_in_force, span.starts_on.isoformat(), span.ends_on.isoformat()]


def _attachment(attachment: AttachmentText) -> list[Any]:
    return [attachment.name, attachment.url, _passages(attachment.passages)]


def _passages(passages: Iterable[Passage]) -> list[list[str]]:
    return [[passage.heading, passage.text] for passage in passages]


def _days(span: ForceSpan) -> dict[str, int]:
    return {"gte": span.starts_on.toordinal(), "lte": span.ends_on.toordinal()}
