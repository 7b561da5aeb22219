"""What the search costs who publishes, with Elasticsearch there and away, and how soon the public finds the text.

    ES_JAVA_HOME=… uv run python -m tests.benchmarks.search_save FOLDER_OF_ELASTICSEARCH

Published in turn are an article with the search listening, one while it does not, and a stock Wagtail page with the
same fields; a thread delivers all the while, as in a server. Drafts and reviews are made before the clock starts.
"""

from __future__ import annotations

import logging
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.benchmarks.cluster import cluster_of, searched_by
from tests.benchmarks.harness import start_installation
from tests.benchmarks.outage import delivering

ROUNDS, PAUSE, LONGEST_SECONDS = 60, 0.2, 30
BODY = "<p>按照规定的程序和时限公开有关信息。</p>" * 40


class Desk:
    """Publishes new states of texts that are public already."""

    def __init__(self) -> None:
        from wagtail.models import Page

        from tests.benchmarks.stock.models import StockFolder, StockPage
        from tests.factories.pages import DAY, make_published

        self._number = 0
        self._article: Any = make_published("开放日公告", body=BODY)
        folder = Page.get_first_root_node().add_child(instance=StockFolder(title="样例站", slug="stock"))
        self._stock: Any = folder.add_child(
            instance=StockPage(title="开放日公告", slug="text", body=BODY, formed_on=DAY)
        )

    def article(self) -> float:
        """Seconds in which a cleared draft becomes public."""
        from disclosure_pages.clearance.domain.holding import publish_or_hold
        from tests.factories.pages import clear_at_once, make_changed_draft

        draft = make_changed_draft(type(self._article).objects.get(pk=self._article.pk), title=self.new_title())
        cleared: dict[str, Any] = {}
        with patch("tests.factories.pages.publish_or_hold", cleared.update):
            clear_at_once(draft.get_latest_revision())
        return _seconds(lambda: publish_or_hold(**cleared))

    def stock(self) -> float:
        """The same for a page of Wagtail's own."""
        page = type(self._stock).objects.get(pk=self._stock.pk)
        page.title = self.new_title()
        revision = page.save_revision()
        return _seconds(revision.publish)

    def new_title(self) -> str:
        """One that nothing has had before."""
        self._number += 1
        return f"开放日公告第{self._number:05}号"

    @property
    def title(self) -> str:
        """The title given last."""
        return f"第{self._number:05}号"


def _seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


@contextmanager
def unheard() -> Iterator[None]:
    """Nothing that happens is told to the search."""
    with patch("search.receivers.record", lambda *_args: None):
        yield


def compare(name: str, desk: Desk) -> None:
    """Publish in turn; print the medians and their ratios."""
    acts = [(desk.article, nullcontext), (desk.article, unheard), (desk.stock, nullcontext)]
    taken: list[list[float]] = [[] for _ in acts]
    for number in range(ROUNDS):
        for place in (0, 1, 2) if number % 2 else (2, 1, 0):
            act, around = acts[place]
            with around():
                taken[place].append(act())
            time.sleep(PAUSE)
    heard, unheard_, stock = map(statistics.median, taken)
    print(
        f"{name}: {heard / unheard_:.2f} x without the search, {heard / stock:.2f} x of a stock publish   "
        f"{heard * 1000:.1f} ms, {unheard_ * 1000:.1f} ms, {stock * 1000:.1f} ms",
        flush=True,
    )


def measure_visible(desk: Desk) -> None:
    """Publish, and ask the public API until it finds the new title."""
    from django.test import Client

    reader, waited = Client(), []
    for _ in range(ROUNDS):
        desk.article()
        begun = time.perf_counter()
        while time.perf_counter() < begun + LONGEST_SECONDS:
            answer = reader.get("/api/public/v1/search", {"q": f"“{desk.title}”"})
            if answer.status_code == 200 and answer.json()["total"]:
                break
            time.sleep(0.05)
        waited.append(time.perf_counter() - begun)
    cuts = statistics.quantiles(waited, n=20)
    print(f"published to found: p50 {cuts[9]:.2f} s, p95 {cuts[18]:.2f} s, longest {max(waited):.2f} s")


def main(home: Path) -> int:
    start_installation("tests.benchmarks.settings")
    logging.disable(logging.CRITICAL)
    from search.domain.rebuilding import rebuild

    with cluster_of(home, 1) as (node,), searched_by(node, ALLOWED_HOSTS=["*"]):
        desk = Desk()
        rebuild(name="elasticsearch")
        with delivering():
            compare("Elasticsearch there", desk)
            measure_visible(desk)
            node.kill()
            compare("Elasticsearch away", desk)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
