"""How good the search is: nDCG@10 and success@3 over the judged queries, class by class, beside stock Wagtail's search.

``uv run python -m tests.benchmarks.search_quality``; Elasticsearch takes part when ``TEST_ELASTICSEARCH_URL`` names a
node. Aim: 0.96 and 0.98 on both engines. Queries that are held out of tuning are told apart.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.harness import start_installation

if TYPE_CHECKING:
    from tests.search.judged.queries import JudgedQuery

Finder = Callable[[str], Sequence[int]]
STOCK = "wagtail.search.backends.database"


def main() -> None:
    folder = start_installation("tests.benchmarks.settings")
    for name, find in _finders(folder):
        _print_table(name, find)


def _finders(folder: Path) -> Iterator[tuple[str, Finder]]:
    yield "stock Wagtail on SQLite", _stock()
    yield "embedded", _embedded(folder)
    yield from _elasticsearch()


def _print_table(name: str, find: Finder) -> None:
    from tests.search.judged.queries import judged_queries

    queries = judged_queries()
    print(f"\n{name:<26}{'tuning: nDCG@10, success@3':>32}{'held out':>24}")
    for kind in dict.fromkeys(one.kind for one in queries):
        _print_row(kind, find, [one for one in queries if one.kind == kind])
    _print_row("all", find, queries)


def _print_row(name: str, find: Finder, queries: Sequence[JudgedQuery]) -> None:
    from tests.search.judged.figures import figures

    cells = []
    for is_held_out in (False, True):
        reached = figures(find, [one for one in queries if one.is_held_out == is_held_out])
        cells.append(f"{reached.queries:>12} {reached.ndcg:.3f} {reached.success:.3f}")
    print(f"{name:<26}{cells[0]:>32}{cells[1]:>24}", flush=True)


def _embedded(folder: Path) -> Finder:
    from search.engines.embedded.engine import EmbeddedEngine
    from tests.search.judged.figures import fill, finder

    engine = EmbeddedEngine(folder / "judged")
    with engine.new_index("first"):
        pass
    engine.swap("first")
    fill(engine)
    return finder(engine)


def _elasticsearch() -> Iterator[tuple[str, Finder]]:
    url = os.environ.get("TEST_ELASTICSEARCH_URL")
    if not url:
        return
    from tests.search.elasticsearch import built_anew, engine_of_its_own, forget_indexes
    from tests.search.judged.figures import fill, finder

    engine = engine_of_its_own(url)
    built_anew(engine)
    fill(engine)
    yield "elasticsearch", finder(engine)
    forget_indexes(engine)


def _stock() -> Finder:
    """Stock pages with the same titles, numbers and texts, searched by the stock backend as Wagtail documents it."""
    from modelsearch import index
    from wagtail.models import Page
    from wagtail.search.backends import get_search_backend
    from wagtail.search.models import IndexEntry

    from tests.benchmarks.stock.models import StockFolder, StockPage
    from tests.search.judged.sample import sample

    fields = [index.SearchField("document_number"), index.SearchField("body")]
    StockPage.search_fields = [*Page.search_fields, *fields]
    place = Page.objects.get(depth=1).add_child(instance=StockFolder(title="sample", slug="sample"))
    keys = {place.add_child(instance=_stock_page(one.document)).pk: one.document.key for one in sample()}
    backend = get_search_backend(STOCK)
    IndexEntry.objects.all().delete()  # written in our tokens when the pages were saved
    backend.get_index_for_model(StockPage).add_items(StockPage, list(StockPage.objects.all()))

    def find(text: str) -> list[int]:
        return [keys[page.pk] for page in backend.search(text, StockPage.objects.live())[:10]]

    return find


def _stock_page(document: Any) -> Any:
    from tests.benchmarks.stock.models import StockPage

    texts = "".join(f"<h3>{passage.heading}</h3><p>{passage.text}</p>" for passage in document.passages)
    return StockPage(
        title=document.title,
        slug=f"page-{document.key}",
        document_number=document.number,
        formed_on=document.published_on,
        body=texts,
    )


if __name__ == "__main__":
    main()
