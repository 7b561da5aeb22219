"""A million documents on a cluster of three nodes on this machine: does it load, and does the latency hold?

    ES_JAVA_HOME=… uv run python -m tests.benchmarks.search_million FOLDER_OF_ELASTICSEARCH [--documents 1000000]

Texts are those of ``search_corpus``: 20,000 different ones, each used again under other numbers and days, without a
database. The same questions are asked of a tenth of the documents and of all of them, with every facet.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.cluster import cluster_of, wait_for
from tests.benchmarks.harness import start_installation

if TYPE_CHECKING:
    from tests.benchmarks.search_corpus import Corpus

DIFFERENT, CHUNK = 20_000, 500
QUESTIONS, WARM_UP = 600, 100
LAST_DAY = dt.date(2026, 6, 30)


def documents(corpus: Corpus) -> list[Any]:
    """Different texts of forty units."""
    from tests.factories.search import make_search_document

    return [
        make_search_document(
            corpus.title(),
            re.sub("<[^>]+>", " ", corpus.body()),
            key=number,
            unit=f"u{number % 40}",
            published_on=LAST_DAY - dt.timedelta(days=number % 3_650),
        )
        for number in range(DIFFERENT)
    ]


def load(index: Any, lines: list[Any], count: int) -> None:
    """``count`` documents: the prepared ``lines`` again and again, each time under the next key."""
    from search.engines.contract import Prepared

    begun = time.perf_counter()
    for start in range(1, count + 1, CHUNK):
        keys = range(start, min(start + CHUNK, count + 1))
        failures = index.load(Prepared([_copy(lines[key % len(lines)], key) for key in keys], []))
        assert not failures, failures[:3]
    assert not index.apply(())
    spent = time.perf_counter() - begun
    print(f"{count:,} documents loaded in {spent:.0f} s, {count / spent:.0f}/s", flush=True)


def _copy(line: Any, key: int) -> Any:
    action = json.loads(line.action)
    action["index"]["_id"] = str(key)
    return line._replace(
        key=key, action=json.dumps(action).encode(), source=b'{"key":%d' % key + line.source[line.source.index(b",") :]
    )


def ask(engine: Any, questions: list[str]) -> list[float]:
    """Seconds of each question after those that nobody counts."""
    return [seconds for number, seconds in enumerate(_asked(engine, questions)) if number >= WARM_UP]


def _asked(engine: Any, questions: list[str]) -> Iterator[float]:
    from search.engines.contract import FacetName
    from tests.factories.search import make_request

    for question in questions:
        request = make_request(question, facets=frozenset(FacetName))
        begun = time.perf_counter()
        engine.search(request)
        yield time.perf_counter() - begun


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("elasticsearch", type=Path)
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--heap", default="768m")
    given = parser.parse_args()
    start_installation()
    from search.engines.elasticsearch.connection import Cluster
    from search.engines.elasticsearch.engine import ElasticsearchEngine
    from search.engines.elasticsearch.writing import prepare
    from tests.benchmarks.search_corpus import Corpus

    corpus = Corpus()
    lines, questions = prepare(documents(corpus)).entries, corpus.questions(QUESTIONS + WARM_UP)
    sizes = (given.documents // 10, given.documents)
    taken: dict[int, list[float]] = {}
    with cluster_of(given.elasticsearch.resolve(), 3, heap=given.heap) as nodes:
        cluster = Cluster(urls=tuple(node.url for node in nodes))
        engine = ElasticsearchEngine(cluster, alias="gongkai", forces=("in_force",), shards=3, replicas=1)
        for size in sizes:
            with engine.new_index(f"of-{size}") as index:
                load(index, lines, size)
            engine.swap(f"of-{size}")
            wait_for(nodes, 3)
            taken[size] = ask(engine, questions)
            _tell(size, taken[size])
    small, large = (statistics.median(taken[size]) for size in sizes)
    print(f"p50 of {sizes[1]:,} / {sizes[0]:,} documents: {large / small:.2f} x")
    return 0


def _tell(size: int, seconds: list[float]) -> None:
    cuts = statistics.quantiles(seconds, n=20)
    print(
        f"{size:,} documents: p50 {cuts[9] * 1000:.0f} ms, p95 {cuts[18] * 1000:.0f} ms, "
        f"longest {max(seconds) * 1000:.0f} ms",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
