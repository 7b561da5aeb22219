"""Addresses are ASCII: a front-end cache and many tools fail on anything else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

MAX_SLUG = 80


def _as_it_is(run: str) -> Any:
    return [run]


def pinyin_of(text: str) -> list[str]:
    """Toneless syllables; what is not Chinese stays as it is.

    The dictionary of phrases (重 in 重大 is not that in 重复) takes 55 MB, so it is loaded by whoever needs it first: a
    process that only serves readers never does.
    """
    from pypinyin import lazy_pinyin

    return list(lazy_pinyin(text, errors=_as_it_is))


def ascii_slug(text: str, *, fallback: str = "page") -> str:
    """Pinyin slug of a Chinese title: ``教育信息`` → ``jiao-yu-xin-xi``. Never empty, at most 80 characters."""
    latin = "-".join(pinyin_of(unicodedata.normalize("NFKC", text)))
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return slug[:MAX_SLUG].strip("-") or fallback


def free_slug(base: str, *, is_taken: Callable[[str], bool]) -> str:
    """``base``, or ``base-2``, ``base-3`` … whichever is the first that is not taken."""
    candidate, number = base, 1
    while is_taken(candidate):
        number += 1
        candidate = f"{base}-{number}"
    return candidate
