"""Marks around what the phrases of a question match, in the original text with all its punctuation.

The phrases are looked for by a regular expression over the text as it is, in which every character stands for all its
spellings (長 for 长, Ａ and á for a): so nothing of the text is folded. What such an expression cannot see, because a
character is folded into several, the tokeniser finds where it is worth its time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final, NamedTuple

from .folding import HAN, fold, is_han
from .holding import holder_of
from .spellings import spellings_of
from .tokens import tokenise

Span = tuple[int, int]

#: Between two tokens of a phrase; more signs than this are no sentence.
_BETWEEN = r"(?:\W|_){0,20}"
_IN_WORD = "[\u00ad\u0300-\u036f]*"
_NO_LETTER_BEFORE, _NO_LETTER_AFTER = rf"(?<![^\W\d_{HAN}])", rf"(?![^\W\d_{HAN}])"
_SENTENCE_ENDS = re.compile("[。！？；!?;\n]")
_MOST_PHRASES: Final = 60
_MOST_SPANS: Final = 200
#: Longer texts are not cut into tokens for a mark alone.
_EXACT_LENGTH: Final = 20_000


class Part(NamedTuple):
    """A piece of text, to be marked or not."""

    text: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class Snippet:
    """Parts of a text in order; ``…`` belongs where it is cut."""

    parts: tuple[Part, ...]
    is_cut_before: bool = False
    is_cut_after: bool = False


class Highlighter:
    """Finds ``phrases``, which are tokens, in any number of texts."""

    def __init__(self, phrases: Iterable[Sequence[str]]) -> None:
        self._phrases = [tuple(phrase) for phrase in dict.fromkeys(map(tuple, phrases)) if phrase][:_MOST_PHRASES]
        self._holds = holder_of(self._phrases)
        longest_first = sorted(self._phrases, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(_expression, longest_first))) if longest_first else None

    def spans(self, text: str) -> list[Span]:
        """Where the phrases stand, in order; those that touch or overlap are one."""
        return _merged(self._quickly(text))

    def exact_spans(self, text: str) -> list[Span]:
        """The same by the tokeniser, which sees all that the engines see and takes a hundred times as long.

        Whether there is anything to be seen, its tokens without their places say in a fifth of that.
        """
        text = text[:_EXACT_LENGTH]
        if not self._holds(text):
            return []
        tokens = tokenise(text)
        starts: dict[str, list[int]] = defaultdict(list)
        for place, token in enumerate(tokens):
            starts[token.text].append(place)
        found = []
        for phrase in self._phrases:
            for place in starts.get(phrase[0], ()):
                run = tokens[place : place + len(phrase)]
                if tuple(token.text for token in run) == phrase:
                    found.append((run[0].start, run[-1].end))
        return _merged(sorted(found))

    def mark(self, text: str) -> tuple[Part, ...]:
        """All of ``text``, such as a title."""
        return _parts(text, self.spans(text) or self.exact_spans(text), 0, len(text))

    def snippet(self, text: str, *, width: int = 120) -> Snippet | None:
        """About ``width`` characters around the most different phrases; ``None`` if none stands in ``text``."""
        return snippet_of(text, self.spans(text), width=width)

    def _quickly(self, text: str) -> list[Span]:
        found: list[Span] = []
        match = self._pattern.search(text) if self._pattern else None
        while match and len(found) < _MOST_SPANS:
            found.append(match.span())
            # One character on, so that 公开目录 is found although it begins inside 政务公开.
            match = self._pattern.search(text, match.start() + 1) if self._pattern else None
        return found


def snippet_of(text: str, spans: Sequence[Span], *, width: int) -> Snippet | None:
    """The part of ``text`` with the most different of ``spans``, from the beginning of a sentence if it can."""
    if not spans:
        return None
    start = _beginning(text, max(spans, key=lambda span: _different(text, spans, span[0], width))[0], width)
    end = min(len(text), start + width)
    inside = [span for span in spans if start <= span[0] < end]
    end = max([end, *(span[1] for span in inside)])
    return Snippet(_parts(text, inside, start, end), is_cut_before=start > 0, is_cut_after=end < len(text))


def beginning_of(text: str, *, width: int = 120) -> Snippet:
    """What is shown of a text in which nothing is marked."""
    return Snippet((Part(text[:width], False),) if text else (), is_cut_after=len(text) > width)


def _different(text: str, spans: Sequence[Span], start: int, width: int) -> int:
    """How many different phrases a window from ``start`` on holds; the first of the best windows is taken."""
    return len({fold(text[first:last]) for first, last in spans if start <= first < start + width})


def _beginning(text: str, place: int, width: int) -> int:
    """The beginning of the sentence around ``place`` if it is near, else a little before it."""
    earliest = max(0, place - width // 3)
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(text, earliest, place)]
    return ends[-1] if ends else earliest


def _parts(text: str, spans: Iterable[Span], start: int, end: int) -> tuple[Part, ...]:
    edges = [start, *chain.from_iterable(spans), end]
    pieces = ((text[one:other], bool(place % 2)) for place, (one, other) in enumerate(pairwise(edges)))
    return tuple(Part(piece, is_marked) for piece, is_marked in pieces if piece)


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _expression(phrase: Sequence[str]) -> str:
    return _BETWEEN.join(map(_token_expression, phrase))


def _token_expression(token: str) -> str:
    if is_han(token):
        return spellings_of(token)
    spelled = _IN_WORD.join(map(spellings_of, token))
    if token.isdigit():
        return rf"(?<!\d){spelled}(?!\d)"
    return f"{_NO_LETTER_BEFORE}{spelled}{_IN_WORD}{_NO_LETTER_AFTER}"
