"""What the cluster is told of changes, and what it says of each."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from search.documents import SearchDocument, Tombstone
from search.engines.contract import EngineAway, Failure, Prepared

from .connection import PATIENCE, answering
from .sources import source_of

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch

CHUNK_CHANGES: Final = 500
CHUNK_BYTES: Final = 10 * 1024 * 1024
#: The index holds this version or a later one, which is just what is wanted.
_OUTDATED: Final = 409
_TOO_LARGE: Final = 413
_BUSY: Final = frozenset({404, 408, 429})


class Line(NamedTuple):
    """A change as two lines of a bulk request."""

    key: int
    action: bytes
    source: bytes


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
    failures = send(client, alias, map(_line, changes))
    if is_found_at_once:
        with answering():
            client.options(request_timeout=PATIENCE).indices.refresh(index=alias)
    return failures


def prepare(changes: Iterable[SearchDocument | Tombstone]) -> Prepared:
    """Cut all texts now, so that they can be sent while others are cut."""
    return Prepared(list(map(_line, changes)), [])


def send(client: Elasticsearch, alias: str, lines: Iterable[Line]) -> list[Failure]:
    """The second half of :func:`write`."""
    patient = client.options(request_timeout=PATIENCE)
    return [failure for chunk in _chunks(lines) for failure in _send_chunk(patient, alias, chunk)]


def as_json(value: Any) -> bytes:
    """``value`` in UTF-8; halves of characters, which some files and addresses hold, become question marks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _line(change: SearchDocument | Tombstone) -> Line:
    """A tombstone is a document without content: of one that is deleted the version is forgotten in a minute."""
    action = {"index": {"_id": str(change.key), "version": change.version, "version_type": "external"}}
    source = {"key": change.key, "alive": False} if isinstance(change, Tombstone) else source_of(change)
    return Line(change.key, as_json(action), as_json(source))


def _chunks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    chunk: list[Line] = []
    size = 0
    for line in lines:
        if chunk and (len(chunk) == CHUNK_CHANGES or size + len(line.source) > CHUNK_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(line)
        size += len(line.source)
    if chunk:
        yield chunk


def _send_chunk(client: Elasticsearch, alias: str, chunk: list[Line]) -> list[Failure]:
    from elasticsearch import ApiError

    operations = [part for line in chunk for part in (line.action, line.source)]
    with answering():
        try:
            answer = client.bulk(index=alias, require_alias=True, operations=operations)  # type: ignore[arg-type]
        except ApiError as error:
            if error.status_code != _TOO_LARGE:
                raise
            return [Failure(line.key, "The document is too large.") for line in chunk]
    return [failure for item in answer["items"] if (failure := _failure(item["index"]))]


def _failure(answer: Mapping[str, Any]) -> Failure | None:
    status = answer["status"]
    if status < 300 or status == _OUTDATED:
        return None
    reason = f"{answer['error']['type']}: {answer['error']['reason']}"
    if status in _BUSY or status >= 500:
        raise EngineAway(f"Elasticsearch does not take changes: {reason}")
    return Failure(int(answer["_id"]), reason)
