"""Which types of pages a query is rather after: what is laid down and how things are done, before news and lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Final

from .question_words import asks_for_law, asks_how, asks_how_much

_ALWAYS: Final = {"policydocument": 0.15, "guidepage": 0.15, "interpretation": 0.1}
_GUIDE: Final = {"guidepage": 0.4}
_LAW: Final = {"policydocument": 0.4}
_AMOUNT: Final = {"policydocument": 0.2}


def lifted_types(keys: Collection[str]) -> Mapping[str, float]:
    """Page type → what it adds to the worth of a hit, for a query of the words ``keys``."""
    lifts: Counter[str] = Counter()
    lifts.update(_ALWAYS)
    if asks_for_law(keys):
        lifts.update(_LAW)
    elif asks_how_much(keys):
        lifts.update(_AMOUNT)
    elif asks_how(keys):
        lifts.update(_GUIDE)
    return dict(lifts)
