"""Texts by which pages of plug-ins are found beyond their own fields."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from plugins.calling import WrongAnswer
from plugins.collecting import contributions
from search.building.beside import Beside
from search.documents import Passage

from .indexing import failure_of, said_of, where_on


def texts_beside(kind: Any, keys: Sequence[int]) -> Beside[Passage]:
    """What plug-ins say about those pages ``keys`` of ``kind`` where they are on."""
    found: Beside[Passage] = Beside()
    added = [given for given in contributions("search_texts") if given.answer.kind.lower() == kind._meta.label_lower]
    for given, here in where_on(added, keys):
        function = given.answer.texts
        said = said_of(here, plugin=given.plugin, what="search_texts", function=function, made=_passage)
        if said is None:
            found.failed.update(dict.fromkeys(here, failure_of(given.plugin, "search_texts")))
        for key, passages in (said or {}).items():
            found.said.setdefault(key, []).extend(passages)
    return found


def _passage(pair: Any) -> Passage:
    if isinstance(pair, str) or not isinstance(pair, Iterable):
        raise WrongAnswer(f"a pair of heading and text is asked for, not {type(pair).__name__}")
    parts = tuple(pair)
    if len(parts) != 2:
        raise WrongAnswer(f"a pair of heading and text is asked for, not {len(parts)} things")
    return Passage(str(parts[1]), str(parts[0]))
