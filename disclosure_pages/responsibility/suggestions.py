"""Nearest names to a mistyped one, by letters and by sound: 区叫育局 is near 区教育局 both ways."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from disclosure_pages.tree.slugs import pinyin_of

_NEAR_ENOUGH = 0.5
_BEHIND_THE_BEST = 0.15
_LENGTH_OF_LIST = 3


@lru_cache(maxsize=4096)
def sound_of(name: str) -> str:
    """Toneless pinyin, syllables separated by spaces."""
    return " ".join(pinyin_of(name))


def nearness(one: str, other: str) -> float:
    """From 0 (nothing in common) to 1 (same): the mean of likeness in writing and in sound."""
    from rapidfuzz.distance import Levenshtein  # 2 MB that few processes need

    by_letter = Levenshtein.normalized_similarity(one, other)
    by_sound = Levenshtein.normalized_similarity(sound_of(one).split(), sound_of(other).split())
    return (by_letter + by_sound) / 2


def nearest_names(name: str, candidates: Iterable[str]) -> list[str]:
    """Up to three candidates, the nearest first, none far behind it; an empty list when none is near."""
    scored = sorted(
        ((nearness(name, candidate), candidate) for candidate in set(candidates)), key=lambda s: (-s[0], s[1])
    )
    best = scored[0][0] if scored else 0.0
    least = max(_NEAR_ENOUGH, best - _BEHIND_THE_BEST)
    return [candidate for score, candidate in scored[:_LENGTH_OF_LIST] if score >= least]
