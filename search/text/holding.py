"""Whether one of some phrases stands in a text, without saying where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from .tokens import tokens_of


def holder_of(phrases: Iterable[Sequence[str]]) -> Callable[[str], bool]:
    """Says of a text whether one of ``phrases``, which are tokens, stands in it.

    Most often a phrase stands there as it is, and looking for that is much quicker than cutting the text into tokens.
    """
    some = [tokens for tokens in phrases if tokens]
    as_typed = ["".join(tokens) for tokens in some if all(map(_is_plain, tokens))]
    as_tokens = [f" {' '.join(tokens)} " for tokens in some]

    def holds(text: str) -> bool:
        if any(typed in text for typed in as_typed):
            return True
        spaced = f" {' '.join(tokens_of(text))} "
        return any(phrase in spaced for phrase in as_tokens)

    return holds


def _is_plain(token: str) -> bool:
    return len(token) == 1 and "\u4e00" <= token <= "\u9fff"
