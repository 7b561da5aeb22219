"""Differences within one paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from .tokens import Alphabet, tokens_of

#: An unchanged piece of so few tokens between two changes is only noise.
NOISE = 1


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True)
class Segment:
    """A piece of text and what became of it."""

    change: Change
    text: str


def compare_paragraphs(old: str, new: str) -> list[Segment]:
    """What was deleted from ``old`` and inserted to make ``new``. Cost grows with the product of their lengths."""
    before, after = tokens_of(old), tokens_of(new)
    alphabet = Alphabet()
    codes = Indel.opcodes(alphabet.spell(before), alphabet.spell(after))
    pieces: list[tuple[list[str], list[str]]] = []
    for code in codes:
        gone, come = before[code.src_start : code.src_end], after[code.dest_start : code.dest_end]
        pieces.append((gone, come))
    return [*_written(_without_noise(pieces))]


def replaced(old: str, new: str) -> list[Segment]:
    """``old`` deleted and ``new`` inserted, each as a whole."""
    return [*_written([([old] if old else [], [new] if new else [])])]


def _without_noise(pieces: Iterable[tuple[list[str], list[str]]]) -> Iterator[tuple[list[str], list[str]]]:
    """Join changes that touch or that only a token or two keep apart, so that words are not torn into letters."""
    gone: list[str] = []
    come: list[str] = []
    held: list[str] = []
    for before, after in pieces:
        if before == after:
            if (gone or come) and len(before) <= NOISE:
                held = before
                continue
            yield from _flushed(gone, come, held)
            gone, come, held = [], [], []
            yield before, after
        else:
            gone, come, held = [*gone, *held, *before], [*come, *held, *after], []
    yield from _flushed(gone, come, held)


def _flushed(gone: list[str], come: list[str], held: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    if gone or come:
        yield gone, come
    if held:
        yield held, held


def _written(pieces: Iterable[tuple[list[str], list[str]]]) -> Iterator[Segment]:
    for before, after in pieces:
        gone, come = "".join(before), "".join(after)
        if gone == come:
            if gone:
                yield Segment(Change.SAME, gone)
            continue
        if gone:
            yield Segment(Change.DELETED, gone)
        if come:
            yield Segment(Change.INSERTED, come)
