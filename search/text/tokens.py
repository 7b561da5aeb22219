"""Cutting text into tokens, the same for both engines: a token for each Han character, runs of letters, runs of digits.

Everything else separates. Phrases of such tokens find every part of a Chinese text without a dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final, NamedTuple

from .folding import HAN, BoundedTable, fold, fold_with_origins

#: Stands between the values of a field; no text yields it, so no phrase reaches from one value into the next.
BARRIER: Final = "␟"
#: Longer runs are divided. Elasticsearch divides at 255 units of UTF-16, FTS5 cuts off, and nobody types such a word.
MAX_TOKEN_LENGTH: Final = 100
_TOKEN = re.compile(f"[{HAN}]|[0-9]{{1,{MAX_TOKEN_LENGTH}}}|[^ 0-9{HAN}]{{1,{MAX_TOKEN_LENGTH}}}")
_HAN = re.compile(f"[{HAN}]")


class Token(NamedTuple):
    """A token, folded, and where it stands in the original text: ``original[start:end]``."""

    text: str
    start: int
    end: int


def tokenise(text: str) -> list[Token]:
    """The tokens of ``text`` in order, with their places."""
    folded, origins = fold_with_origins(text)
    return [
        Token(_ordered(match[0]), origins[match.start()], origins[match.end() - 1] + 1)
        for match in _TOKEN.finditer(folded)
    ]


def tokens_of(text: str) -> list[str]:
    """The tokens of ``text`` alone, much faster than :func:`tokenise`: a rebuild spends its time here."""
    tokens = text.translate(_SPACED).split()
    if all(map(_is_whole, [run for run in set(tokens) if len(run) > 1])):
        return tokens
    return [_ordered(token) for run in tokens for token in _TOKEN.findall(run)]


def spaced(values: Iterable[str]) -> str:
    """What an engine indexes of a field: tokens joined by spaces, with a barrier between values that hold any."""
    return f" {BARRIER} ".join(filter(None, (" ".join(tokens_of(value)) for value in values)))


def _is_whole(run: str) -> bool:
    """Whether ``run``, several characters without a space, is one token as it stands."""
    return run.isascii() and len(run) <= MAX_TOKEN_LENGTH and (run.isdigit() or run.isalpha())


def _ordered(token: str) -> str:
    """``token`` with its marks in canonical order, whatever order they were written in."""
    return token if token.isascii() else unicodedata.normalize("NFD", token)


def _fold_apart(character: str) -> str:
    return _HAN.sub(r" \g<0> ", fold(character))


_SPACED = BoundedTable(_fold_apart)
