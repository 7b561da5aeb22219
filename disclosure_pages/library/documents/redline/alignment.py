"""Which paragraph of the old text became which of the new one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rapidfuzz.distance import Indel

from .tokens import Alphabet

#: Paragraphs of both texts, multiplied, that are aligned as a whole; longer texts pair in their order.
MOST_CELLS = 25_000_000
#: Pairs of paragraphs of one changed passage that are weighed against each other; beyond it they pair in their order.
MOST_PAIRS = 2_500
#: Paragraphs less alike than this are not the same one rewritten.
LEAST_LIKENESS = 0.4
#: How many characters of a paragraph are looked at when likeness is weighed.
WEIGHED_LENGTH = 200

Pair = tuple[str | None, str | None]


def align(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Pairs in reading order; ``None`` stands for a paragraph that was not there, or is not any more."""
    start = _common_start(old, new)
    end = _common_start(old[start:][::-1], new[start:][::-1])
    yield from ((text, text) for text in old[:start])
    yield from _align_middle(old[start : len(old) - end], new[start : len(new) - end])
    yield from ((text, text) for text in old[len(old) - end :])


def _common_start(old: Sequence[str], new: Sequence[str]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((index for index, (before, after) in pairs if before != after), min(len(old), len(new)))


def _align_middle(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    if len(old) * len(new) > MOST_CELLS:
        yield from zip_longest(old, new)
        return
    alphabet = Alphabet()
    gone: list[str] = []
    come: list[str] = []
    for code in Indel.opcodes(alphabet.spell([*old]), alphabet.spell([*new])):
        before, after = old[code.src_start : code.src_end], new[code.dest_start : code.dest_end]
        if code.tag == "equal":
            yield from _pair_passage(gone, come)
            gone, come = [], []
            yield from zip(before, after, strict=True)
        else:
            gone += before
            come += after
    yield from _pair_passage(gone, come)


def _pair_passage(gone: Sequence[str], come: Sequence[str]) -> Iterator[Pair]:
    """Pair the paragraphs of a changed passage so that those most alike meet, without crossing."""
    if len(gone) * len(come) > MOST_PAIRS:
        yield from zip_longest(gone, come)
        return
    i = j = 0
    for x, y in _best_pairs(gone, come):
        yield from ((text, None) for text in gone[i:x])
        yield from ((None, text) for text in come[j:y])
        yield gone[x], come[y]
        i, j = x + 1, y + 1
    yield from ((text, None) for text in gone[i:])
    yield from ((None, text) for text in come[j:])


def _best_pairs(gone: Sequence[str], come: Sequence[str]) -> list[tuple[int, int]]:
    """Positions of the pairs whose likenesses add up to the most."""
    likeness = [[_likeness(before, after) for after in come] for before in gone]
    best = [[0.0] * (len(come) + 1) for _ in range(len(gone) + 1)]
    for x in range(len(gone) - 1, -1, -1):
        for y in range(len(come) - 1, -1, -1):
            best[x][y] = max(best[x + 1][y], best[x][y + 1], likeness[x][y] + best[x + 1][y + 1])
    pairs, x, y = [], 0, 0
    while x < len(gone) and y < len(come):
        if likeness[x][y] and best[x][y] == likeness[x][y] + best[x + 1][y + 1]:
            pairs.append((x, y))
            x, y = x + 1, y + 1
        elif best[x][y] == best[x + 1][y]:
            x += 1
        else:
            y += 1
    return pairs


def _likeness(before: str, after: str) -> float:
    return float(
        Indel.normalized_similarity(before[:WEIGHED_LENGTH], after[:WEIGHED_LENGTH], score_cutoff=LEAST_LIKENESS)
    )
