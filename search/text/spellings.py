"""Every character that is folded to a given one, for looking things up in texts as they are."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from itertools import chain

from .folding import fold, traditional_characters

#: Where characters stand that are folded to letters, digits and Han characters: accents, symbols, squares, wide forms.
_BLOCKS = ((0x41, 0x250), (0x386, 0x530), (0x660, 0x66A), (0x1E00, 0x2000), (0x2070, 0x2190), (0x2460, 0x2500))
_HAN_BLOCKS = (
    (0x2776, 0x2794),
    (0x2E80, 0x2FE0),
    (0x3021, 0x302A),
    (0x3200, 0x3400),
    (0xF900, 0xFB00),
    (0xFF10, 0xFFDD),
)


@lru_cache(maxsize=10_000)
def spellings_of(character: str) -> str:
    """A part of a regular expression that matches ``character`` in every spelling."""
    found = _spellings().get(character, ())
    return f"[{re.escape(character)}{re.escape(''.join(found))}]" if found else re.escape(character)


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    blocks = chain.from_iterable(range(first, end) for first, end in (*_BLOCKS, *_HAN_BLOCKS))
    for character in chain(map(chr, blocks), traditional_characters()):
        folded = fold(character).strip()
        if len(folded) == 1 and folded != character:
            found[folded].append(character)
    return {folded: tuple(characters) for folded, characters in found.items()}
