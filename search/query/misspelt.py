"""Which part of a query may be misspelt, and how it reads with another spelling."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from search.text.folding import is_han
from search.text.nearness import Spoken
from search.text.pinyin import syllables
from search.text.tokens import tokenise
from search.text.words import Word

from .parts import Query, Role
from .question_words import says_nothing
from .vocabulary import Vocabulary

#: Words on either side that are looked at together with one that is not known.
_AROUND = 2
#: Each word is asked for by itself, so a sermon is not mended.
_MOST_WORDS = 12
_FEWEST_TOKENS, _MOST_TOKENS = 2, 10


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a text with its place there."""

    word: Word
    start: int
    end: int

    @property
    def is_chip(self) -> bool:
        """Whether it is one character that is left of something that the dictionary does not know."""
        return len(self.word) == 1 and is_han(self.word[0]) and not says_nothing(self.word[0])


@dataclass(frozen=True)
class Context:
    """Neighbouring words with one among them that is not known: ``text[start:end]``, as tokens and as it is spoken."""

    start: int
    end: int
    tokens: tuple[str, ...]

    @cached_property
    def spoken(self) -> Spoken:
        """Worked out only if asked: reading aloud takes the longest."""
        return Spoken(self.tokens, syllables("".join(self.tokens)))


def pieces_of_words(query: Query, vocabulary: Vocabulary) -> list[Piece]:
    """The words of ``query`` with their places; none if they are many, or it asks for what is not spelt in words."""
    is_plain = all(term.role in {Role.WORD, Role.UNIT} for term in query.terms)
    words = vocabulary.splitter.split(query.text) if is_plain and not (query.without or query.filters) else []
    if len(words) > _MOST_WORDS:
        return []
    tokens, pieces, at = tokenise(query.text), [], 0
    for word in words:
        part = tokens[at : at + len(word)]
        at += len(word)
        if tuple(token.text for token in part) != word:
            return []
        pieces.append(Piece(word, part[0].start, part[-1].end))
    return pieces


def unknown_places(pieces: Sequence[Piece], *, is_known: Callable[[Word], bool]) -> list[int]:
    """Places in ``pieces`` of what may be misspelt: words that nothing holds, or if there are none, chips."""
    chips = [at for at, piece in enumerate(pieces) if piece.is_chip]
    telling = [at for at, piece in enumerate(pieces) if at not in chips and not says_nothing("".join(piece.word))]
    unknown = [at for at in telling if all(map(is_han, pieces[at].word)) and not is_known(pieces[at].word)]
    return unknown or chips


def contexts_of(pieces: Sequence[Piece], unknown: Collection[int]) -> Iterator[list[Context]]:
    """Around each of ``unknown``, with those that follow it at once: the longest contexts first."""
    for first in sorted(unknown):
        if first - 1 not in unknown:
            last = first
            while last + 1 in unknown:
                last += 1
            yield sorted(_around(pieces, first, last), key=lambda context: -len(context.tokens))


def _around(pieces: Sequence[Piece], first: int, last: int) -> Iterator[Context]:
    for start in range(max(0, first - _AROUND), first + 1):
        for end in range(last, min(len(pieces), last + _AROUND + 1)):
            part = pieces[start : end + 1]
            tokens = tuple(token for piece in part for token in piece.word)
            if _FEWEST_TOKENS <= len(tokens) <= _MOST_TOKENS and all(map(is_han, tokens)):
                yield Context(part[0].start, part[-1].end, tokens)
