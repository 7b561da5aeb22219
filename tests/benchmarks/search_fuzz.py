"""Twenty thousand hostile queries at the public search: no error of the server, none of an engine, and a bound on time.

    uv run python -m tests.benchmarks.search_fuzz                                            # the embedded engine
    ES_JAVA_HOME=… uv run python -m tests.benchmarks.search_fuzz FOLDER_OF_ELASTICSEARCH     # and Elasticsearch

Every other query goes to the screen, the others to the API, the exports, the feed and the suggestions in turn.
"""

from __future__ import annotations

import logging
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.benchmarks.cluster import cluster_of, searched_by
from tests.benchmarks.harness import start_installation

QUERIES, PAGES = 20_000, 2_000
PIECES = [
    '"',
    "*",
    "NEAR(",
    "AND",
    "OR",
    "NOT",
    "^",
    "title:",
    "{",
    "}",
    "[",
    "]",
    "\\",
    "~",
    "/",
    "(((",
    ")",
    "%",
    "'",
]
PIECES += [";", "--", "<script>", "{{", "${", "&&", "||", "!", "?", "+", "-", ":", "=", "<", ">", "_exists_:", "*:*"]
PIECES += [
    "\x00",
    "\x1f",
    "\r\n",
    "\ud800",
    "\udfff",
    "\U0010ffff",
    "\u202e",
    "\u200b",
    "\ufeff",
    "\U00030000",
    "e\u0301",
]
PIECES += [
    "(a+)+$",
    "(.*)*b",
    "[\\s\\S]{9999}",
    "招生",
    "政务公开",
    "〔2019〕",
    "54号",
    "单位:",
    "年份:",
    "不含",
    "“",
    "”",
    "《",
]
PIECES += ["zhengwu", "zwgk", "關於", "①", "㈠", "１", "🀄", " ", "　", "\t"]
LONG = 10_000
FORMS = ["/search/", "/api/public/v1/search", "/search/", "/search/hits.csv", "/search/", "/search/atom.xml"]
FORMS += ["/search/", "/search/suggestions.json", "/search/", "/search/hits.xlsx"]
SAID_BY_ENGINES = ("fts5", "syntax error", "malformed match", "parsing_exception", "query_shard", "sqlite", "Traceback")


def hostile(chance: random.Random) -> str:
    """Pieces of syntax, any characters, or something much too long."""
    kind = chance.random()
    if kind < 0.02:
        piece = chance.choice(PIECES)
        return (piece * LONG)[:LONG]
    if kind < 0.7:
        return "".join(chance.choices(PIECES, k=chance.randrange(1, 14)))
    return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randrange(1, 60)))


def addresses(chance: random.Random) -> Iterator[str]:
    for number in range(QUERIES):
        pairs = [("q", hostile(chance).encode("utf-8", "surrogatepass"))]
        if number % 7 == 0:
            name = chance.choice(["on", "since", "until", "sort", "size", "page", "unit", "year", "force", "cursor"])
            pairs.append((name, hostile(chance)[:200].encode("utf-8", "surrogatepass")))
        yield f"{FORMS[number % len(FORMS)]}?{urlencode(pairs)}"


def fuzz(name: str) -> int:
    """Ask, and print what came; the number of answers that should not have been."""
    from django.test import Client

    reader, found, taken, wrong = Client(), Counter[int](), [], []
    for address in addresses(random.Random(20)):
        begun = time.perf_counter()
        response: Any = reader.get(address, follow=True)
        content = b"".join(response) if response.streaming else response.content
        taken.append(time.perf_counter() - begun)
        found[response.status_code] += 1
        said = content.decode("utf-8", "replace").lower()
        if response.status_code >= 500 or any(word.lower() in said for word in _not_asked(address)):
            wrong.append(address[:200])
    cuts = statistics.quantiles(taken, n=1000)
    times = f"p50 {cuts[499] * 1000:.0f} ms, p99 {cuts[989] * 1000:.0f} ms, longest {max(taken) * 1000:.0f} ms"
    print(
        f"{name}: {QUERIES} queries, {dict(sorted(found.items()))}; wrong: {len(wrong)}; {times}", *wrong[:5], sep="\n"
    )
    return len(wrong)


def _not_asked(address: str) -> list[str]:
    return [word for word in SAID_BY_ENGINES if word.lower() not in address.lower()]


def main(home: Path | None) -> int:
    start_installation()
    logging.disable(logging.ERROR)
    from django.test import override_settings

    from search.domain.rebuilding import rebuild
    from tests.benchmarks.seeding import seed_documents
    from tests.factories.tree import make_section

    seed_documents(make_section(), PAGES, body="<h2>招生</h2>" + "<p>各学校按时报送政务公开材料。</p>" * 20)
    with override_settings(SEARCH_ENGINE="embedded", SEARCH_FALLBACK_ENGINE="", ALLOWED_HOSTS=["*"]):
        rebuild(name="embedded")
        wrong = fuzz("embedded")
    if home is not None:
        with cluster_of(home, 1) as (node,), searched_by(node, ALLOWED_HOSTS=["*"]):
            rebuild(name="elasticsearch")
            wrong += fuzz("elasticsearch")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else None))
