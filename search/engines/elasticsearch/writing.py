"""What the cluster is told of a change, and what it says of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from search.documents import AttachmentText, ForceSpan, Passage, SearchDocument, Tombstone
from search.engines.contract import EngineAway, Failure
from search.engines.fields import facet_values, searched_tokens

from .connection import answering
from .mapping import facet_field

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch

CHUNK_DOCUMENTS: Final = 500
CHUNK_BYTES: Final = 10 * 1024 * 1024
#: Seconds for one chunk; much longer than a reader would wait.
PATIENCE: Final = 60
#: The index holds this version or a later one, which is just what is wanted.
_OUTDATED = 409
_BUSY = frozenset({404, 408, 429})


def write(
    client: Elasticsearch,
    alias: str,
    changes: Iterable[SearchDocument | Tombstone],
    *,
    is_found_at_once: bool = False,
) -> list[Failure]:
    """Send ``changes`` in chunks and look at the answer to each; those that the cluster did not take are returned.

    Raises ``EngineAway`` when the cluster stops answering in the middle, or ``alias`` stands for no index. Sending the
    same again loses nothing, because the higher version stays.
    """
    from elasticsearch.helpers import streaming_bulk

    patient = client.options(request_timeout=PATIENCE)
    with answering():
        answers = streaming_bulk(
            patient,
            map(action_for, changes),
            index=alias,
            require_alias=True,
            chunk_size=CHUNK_DOCUMENTS,
            max_chunk_bytes=CHUNK_BYTES,
            max_retries=2,
            raise_on_error=False,
            raise_on_exception=True,
        )
        failures = [failure for _, answer in answers if (failure := _failure(answer["index"]))]
        if is_found_at_once:
            patient.indices.refresh(index=alias)
    return failures


def action_for(change: SearchDocument | Tombstone) -> dict[str, Any]:
    """One line of a bulk request. A tombstone is a document without content: a deleted one is forgotten in a minute."""
    if isinstance(change, Tombstone):
        return _action(change, {"key": change.key, "alive": False})
    return _action(change, source_of(change))


def _action(change: SearchDocument | Tombstone, source: dict[str, Any]) -> dict[str, Any]:
    return {
        "_op_type": "index",
        "_id": str(change.key),
        "version": change.version,
        "version_type": "external",
        "_source": source,
    }


def source_of(document: SearchDocument) -> dict[str, Any]:
    """A document as it is indexed: tokens, values to count and filter by, and what a hit shows."""
    spans = [(span, _days(span)) for span in document.force]
    return {
        "key": document.key,
        "alive": True,
        "shown": _shown(document),
        "whole_title": document.title,
        "number_key": document.number_key or None,
        "index_number": document.index_number or None,
        "published_day": document.published_on.toordinal() if document.published_on else None,
        "has_force": bool(spans),
        "force": {
            force: [days for span, days in spans if span.force == force] for force in {s.force for s, _ in spans}
        },
        "in_force": [days for span, days in spans if span.is_in_force],
        **{field.value: tokens for field, tokens in searched_tokens(document).items() if tokens},
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
        "force": [
            [span.force, span.is_in_force, *map(dt.date.isoformat, (span.starts_on, span.ends_on))]
            for span in document.force
        ],
        "passages": _passages(document.passages),
        "attachments": list(map(_attachment, document.attachments)),
        "companions": document.companions,
    }


def _attachment(attachment: AttachmentText) -> list[Any]:
    return [attachment.name, attachment.url, _passages(attachment.passages)]


def _passages(passages: Iterable[Passage]) -> list[list[str]]:
    return [[passage.heading, passage.text] for passage in passages]


def _days(span: ForceSpan) -> dict[str, int]:
    return {"gte": span.starts_on.toordinal(), "lte": span.ends_on.toordinal()}


def _failure(answer: Mapping[str, Any]) -> Failure | None:
    status = answer["status"]
    if status < 300 or status == _OUTDATED:
        return None
    reason = f"{answer['error']['type']}: {answer['error']['reason']}"
    if status in _BUSY or status >= 500:
        raise EngineAway(f"Elasticsearch does not take changes: {reason}")
    return Failure(int(answer["_id"]), reason)
