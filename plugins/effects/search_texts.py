"""Texts by which pages of plug-ins are found beyond their own fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from disclosure_pages.tree.models import DisclosurePage
from plugins.activation import active_districts
from plugins.calling import WrongAnswer, ask
from plugins.collecting import contributions
from search.documents import Passage

#: Seconds for a chunk of pages; nobody waits for it.
BUDGET = 10.0


def texts_beside(kind: Any, keys: Sequence[int]) -> Mapping[int, Sequence[Passage]]:
    """What plug-ins say about those pages ``keys`` of ``kind`` where they are on. One that fails says nothing."""
    found: dict[int, list[Passage]] = {}
    for given in contributions("search_texts"):
        if given.answer.kind.lower() == kind._meta.label_lower:
            here = where_on(given.plugin, keys)
            texts = ask(given.plugin, "search_texts", given.answer.texts, here, check=_passages, budget=BUDGET)
            for key, passages in (texts or {}).items():
                found.setdefault(key, []).extend(passages)
    return found


def where_on(plugin: str, keys: Sequence[int]) -> Sequence[int]:
    """Those of the pages ``keys`` in whose district ``plugin`` is on."""
    districts = active_districts(plugin)
    if districts is None:
        return keys
    return list(DisclosurePage.objects.filter(pk__in=keys, district__in=districts).values_list("pk", flat=True))


def _passages(answer: Any) -> dict[int, list[Passage]]:
    if not isinstance(answer, Mapping):
        raise WrongAnswer(f"a mapping of pages to pairs is asked for, not {type(answer).__name__}")
    return {int(key): [_passage(pair) for pair in pairs] for key, pairs in answer.items()}


def _passage(pair: Any) -> Passage:
    if not isinstance(pair, Iterable) or isinstance(pair, str):
        raise WrongAnswer(f"a pair of heading and text is asked for, not {type(pair).__name__}")
    heading, text = pair
    return Passage(str(text), str(heading))
