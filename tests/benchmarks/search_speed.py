"""How fast the search is, against the same engines asked and filled without us.

    uv run python -m tests.benchmarks.search_speed [--documents 100000] [--queries 5000]
    ES_JAVA_HOME=… uv run python -m tests.benchmarks.search_speed --elasticsearch FOLDER [--heap 1g]

Questions are asked of both sides in turn, so that both meet the same machine. “Endpoint” is the public API with facets,
highlights and the look at what is public now; beside it the same body goes to ``_search`` as bytes that are ready.
"""

from __future__ import annotations

import argparse
import json
import logging
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from tests.benchmarks.cluster import cluster_of, searched_by
from tests.benchmarks.harness import start_installation

WARM_UP, CHUNK = 200, 500


def ratio_of(name: str, ours: Sequence[float], theirs: Sequence[float]) -> None:
    """Print medians and 95th percentiles of both, and their ratios."""
    for cut, place in (("p50", 49), ("p95", 94)):
        a, b = statistics.quantiles(ours, n=100)[place], statistics.quantiles(theirs, n=100)[place]
        print(f"{name} {cut}: {a / b:.2f} x   ours {a * 1000:.2f} ms   bare {b * 1000:.2f} ms")
    print(f"{name} longest: ours {max(ours) * 1000:.0f} ms, bare {max(theirs) * 1000:.0f} ms", flush=True)


def in_turn(questions: Iterable[str], ours: Callable[[str], object], theirs: Callable[[str], object]) -> Any:
    """Seconds of every question on both sides, after some that nobody counts."""
    taken: dict[Any, list[float]] = {ours: [], theirs: []}
    for number, question in enumerate(questions):
        for act in (ours, theirs) if number % 2 else (theirs, ours):
            begun = time.perf_counter()
            act(question)
            if number >= WARM_UP:
                taken[act].append(time.perf_counter() - begun)
    return taken[ours], taken[theirs]


def endpoint() -> Callable[[str], object]:
    from django.test import Client

    reader = Client()

    def ask(question: str) -> None:
        answer = reader.get("/api/public/v1/search", {"q": question})
        assert answer.status_code == 200, answer.content[:300]

    return ask


def measure_embedded(questions: list[str]) -> None:
    from search.domain.rebuilding import rebuild
    from search.engines.embedded.schema import create_index

    begun = time.perf_counter()
    pages = rebuild(name="embedded").pages
    ours = pages / (time.perf_counter() - begun)
    with tempfile.TemporaryDirectory() as folder:
        bare = create_index(Path(folder) / "bare.sqlite3")
        theirs = pages / _fill_bare(bare)
        print(f"embedded rebuild: {ours / theirs:.2f} x of executemany   ours {ours:.0f}/s   bare {theirs:.0f}/s")
        engine = _at_the_engine("embedded")
        ratio_of("embedded engine / MATCH", *in_turn(questions, engine, _at_fts5(bare)))
        ratio_of(
            "embedded engine / MATCH by bm25", *in_turn(questions[:1_000], engine, _at_fts5(bare, by="bm25(texts)"))
        )
        ratio_of("embedded endpoint / MATCH", *in_turn(questions, endpoint(), _at_fts5(bare)))


def _fill_bare(bare: sqlite3.Connection) -> float:
    """Seconds in which rows that are ready go into the same tables."""
    from search.engines.embedded.rows import rows_for
    from search.engines.embedded.schema import COLUMNS

    spent = 0.0
    texts = f"INSERT INTO texts (rowid, {', '.join(COLUMNS.values())}) VALUES (?{', ?' * len(COLUMNS)})"  # noqa: S608
    bare.execute("PRAGMA synchronous = OFF")
    for documents in _all_documents():
        rows = list(map(rows_for, documents))
        begun = time.perf_counter()
        bare.execute("BEGIN")
        bare.executemany(texts, [(row.key, *row.texts) for row in rows])
        bare.executemany("INSERT INTO bodies VALUES (?, ?)", [(row.key, row.body) for row in rows])
        bare.executemany("INSERT INTO docs VALUES (?, ?, ?, ?)", [(row.key, row.key, 1, row.facts) for row in rows])
        bare.commit()
        spent += time.perf_counter() - begun
    return spent


def _all_documents() -> Iterable[list[Any]]:
    from disclosure_pages.tree.models import DisclosurePage
    from search.building.chunks import build

    keys = list(DisclosurePage.objects.public().order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        yield list(build(dict.fromkeys(keys[start : start + CHUNK], 1)).documents.values())


def _at_fts5(bare: sqlite3.Connection, by: str = "") -> Callable[[str], object]:
    """Twenty rows that hold every word, the first ones that FTS5 meets or the first ones in some order."""
    from search.engines.embedded.pairs import phrase
    from search.text.tokens import tokens_of

    query = f"SELECT rowid FROM texts WHERE texts MATCH ? {f'ORDER BY {by}' if by else ''} LIMIT 20"  # noqa: S608

    def ask(text: str) -> list[Any]:
        return bare.execute(query, [" AND ".join(phrase(tokens_of(word)) for word in text.split())]).fetchall()

    return ask


def _request(text: str) -> Any:
    from django.utils import timezone

    from search.domain.known import known_now
    from search.engines.contract import FacetName
    from search.query.reading import read_query
    from search.query.requests import request_for

    query = read_query(text, known_now().vocabulary)
    return request_for(query, on=timezone.localdate(), facets=frozenset(FacetName))


def _at_the_engine(name: str) -> Callable[[str], object]:
    from search.engines.registry import engine_named

    return lambda text: engine_named(name).search(_request(text))


def measure_elasticsearch(questions: list[str]) -> None:
    from search.domain.rebuilding import rebuild
    from search.engines.elasticsearch.requests import search_body
    from search.engines.registry import engine_named

    engine: Any = engine_named("elasticsearch")
    begun = time.perf_counter()
    pages = rebuild(name="elasticsearch").pages
    ours = pages / (time.perf_counter() - begun)
    theirs = pages / _bulk_bare(engine)
    print(f"elasticsearch rebuild: {ours / theirs:.2f} x of a bare bulk load   ours {ours:.0f}/s   bare {theirs:.0f}/s")
    engine.client.indices.refresh(index=engine.alias)
    bodies = {text: json.dumps(search_body(_request(text), engine.forces)).encode() for text in set(questions)}
    headers = {"content-type": "application/json", "accept": "application/json"}
    target = f"/{engine.alias}/_search"

    def raw(text: str) -> None:
        engine.client.transport.perform_request("POST", target, body=bodies[text], headers=headers)

    ratio_of("elasticsearch endpoint", *in_turn(questions, endpoint(), raw))


def _bulk_bare(engine: Any) -> float:
    """Seconds in which lines that are ready go into an index of the same mapping, one request after another."""
    from search.engines.elasticsearch.writing import prepare

    spent = 0.0
    with engine.new_index("bare"):
        pass
    headers = {"content-type": "application/x-ndjson", "accept": "application/json"}
    for documents in _all_documents():
        body = b"".join(line.action + b"\n" + line.source + b"\n" for line in prepare(documents).entries)
        begun = time.perf_counter()
        engine.client.transport.perform_request("POST", f"/{engine.alias}~bare/_bulk", body=body, headers=headers)
        spent += time.perf_counter() - begun
    engine.drop("bare")
    return spent


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--queries", type=int, default=5_000)
    parser.add_argument("--elasticsearch", type=Path)
    parser.add_argument("--heap", default="1g")
    given = parser.parse_args()
    start_installation()
    logging.disable(logging.ERROR)
    from django.test import override_settings

    from tests.benchmarks.search_corpus import seed_corpus

    questions = seed_corpus(given.documents).questions(given.queries + WARM_UP)
    print(f"{given.documents:,} documents, {given.queries:,} questions", flush=True)
    with override_settings(SEARCH_ENGINE="embedded", SEARCH_FALLBACK_ENGINE="", ALLOWED_HOSTS=["*"]):
        measure_embedded(questions)
    if given.elasticsearch:
        started = cluster_of(given.elasticsearch.resolve(), 1, heap=given.heap)
        with started as (node,), searched_by(node, ALLOWED_HOSTS=["*"]):
            measure_elasticsearch(questions)
    return 0


if __name__ == "__main__":
    sys.exit(main())
