"""A cluster of three nodes loses one under load: no search may fail, and nothing that was written may be missing.

    ES_JAVA_HOME=… uv run python -m tests.benchmarks.node_loss FOLDER_OF_ELASTICSEARCH

Each node is killed in turn, the elected one among them, and started again; readers go on all the while.
"""

from __future__ import annotations

import statistics
import sys
import threading
import time
from itertools import cycle
from pathlib import Path

from tests.benchmarks.cluster import cluster_of, wait_for
from tests.benchmarks.harness import start_installation

DOCUMENTS = 3_000
READERS = 3
BEFORE, AFTER = 5.0, 20.0
WORDS = ["教育", "住房", "就业", "养老", "预算", "规划", "环境", "卫生", "招生", "补贴"]


class Readers:
    """Ask until they are told to stop; they keep how long each answer took, and every failure."""

    def __init__(self, ask) -> None:
        self._ask = ask
        self._stop = threading.Event()
        self.seconds: list[float] = []
        self.failures: list[str] = []
        self._threads = [threading.Thread(target=self._read, args=[number]) for number in range(READERS)]

    def __enter__(self) -> Readers:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _read(self, number: int) -> None:
        for word in cycle(WORDS[number:] + WORDS[:number]):
            if self._stop.is_set():
                return
            begin = time.perf_counter()
            try:
                self._ask(word)
            except Exception as error:
                self.failures.append(repr(error))
            self.seconds.append(time.perf_counter() - begin)


def main(home: Path) -> int:
    start_installation()
    from search.engines.contract import FacetName
    from search.engines.elasticsearch.connection import Cluster
    from search.engines.elasticsearch.engine import ElasticsearchEngine
    from tests.factories.search import make_request, make_search_document

    def document(key: int):
        words = [WORDS[key % 10], WORDS[key // 10 % 10]]
        return make_search_document(
            f"关于{words[0]}工作的通知", f"推进{words[1]}工作。" * 50, key=key, unit=f"u{key % 40}"
        )

    failures: list[str] = []
    with cluster_of(home, 3) as nodes:
        cluster = Cluster(urls=tuple(node.url for node in nodes))
        engine = ElasticsearchEngine(cluster, alias="gongkai", forces=("in_force",), shards=2, replicas=1)
        with engine.new_index("first") as index:
            index.load(index.prepare([document(key) for key in range(1, DOCUMENTS + 1)]))
        engine.swap("first")
        wait_for(nodes, 3)

        def ask(word: str) -> None:
            answer = engine.search(make_request(word, facets=frozenset(FacetName)))
            assert answer.total == DOCUMENTS * 19 // 100, (word, answer.total)

        for node in nodes:
            with Readers(ask) as readers:
                time.sleep(BEFORE)
                before = len(readers.seconds)
                node.kill()
                time.sleep(AFTER)
            failures += readers.failures
            print(_line(node.name, readers, before))
            node.start()
            wait_for(nodes, 3)
        assert len(list(engine.versions())) == DOCUMENTS
    print(f"failed searches: {len(failures)}", *failures[:5], sep="\n")
    return 1 if failures else 0


def _line(name: str, readers: Readers, before: int) -> str:
    calm, after = readers.seconds[:before], readers.seconds[before:]
    return (
        f"{name} killed: {len(after)} searches, {len(readers.failures)} failed; "
        f"p50 {statistics.median(calm) * 1000:.0f} ms before, {statistics.median(after) * 1000:.0f} ms after, "
        f"longest {max(after) * 1000:.0f} ms"
    )


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
