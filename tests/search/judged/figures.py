"""How good an engine is, over the judged queries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from search.domain.asking import ask
from search.domain.spelling import Permitted
from search.engines.contract import Engine
from tests.factories.search import TODAY

from .queries import DEPTH, JudgedQuery
from .sample import sample, vocabulary

_ALL = Permitted(public=lambda titles: titles, is_denied=lambda text: False)
#: The keys that are found for a text, the best first.
Finder = Callable[[str], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Figures:
    """Mean nDCG@10, and the share of queries with one of the best documents among the first three."""

    queries: int
    ndcg: float
    success: float


def figures(find: Finder, queries: Iterable[JudgedQuery]) -> Figures:
    """What ``find`` reaches."""
    weighed = [(query, find(query.text)) for query in queries]
    return Figures(
        len(weighed),
        fmean(query.ndcg(keys) for query, keys in weighed),
        fmean(query.succeeds(keys) for query, keys in weighed),
    )


def fill(engine: Engine) -> None:
    """Put the sample library into ``engine``, whose index is there and empty."""
    failures = engine.apply([one.document for one in sample()])
    if failures:
        raise ValueError(f"The engine did not take {failures}.")


def finder(engine: Engine) -> Finder:
    """Asks ``engine`` as readers do."""

    def find(text: str) -> list[int]:
        asked = ask(text, engine=engine, vocabulary=vocabulary(), permitted=_ALL, on=TODAY, size=DEPTH)
        return [hit.key for hit in (*asked.answer.hits, *asked.others)]

    return find
