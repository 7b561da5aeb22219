"""A text with one sign in place of each document and each quotation, cut into sentences.

Words inside titles (《关于废止…的决定》) and inside quotations (the new wording of an article) say nothing about the
text itself, so rules never see them.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from .mentions import Mention, find_mentions
from .reading import MENTION, QUOTATION, Reading, read

_MARK = re.compile('[“”"\n]')
_LONGEST_QUOTATION = 3000
_SPEAKS = re.compile("[。；]|废止|失效|施行|实施|执行|有效|生效|修改|根据|依据|贯彻")
#: What goes on for longer is cut: it is no sentence, and its parts are judged alone.
_SENTENCE = re.compile(r"[^。！？；\n]{1,1000}+[。！？；]?")


@dataclass(frozen=True)
class Sentence:
    """``text`` is a piece of a skeleton that begins at ``offset`` of it."""

    text: str
    offset: int
    skeleton: Skeleton

    def mentions(self, start: int, end: int) -> list[Mention]:
        """The documents that stand between two places of the sentence."""
        found = (self.skeleton.mentions.get(self.offset + at) for at in range(start, end))
        return [mention for mention in found if mention is not None]

    @property
    def span(self) -> tuple[int, int]:
        """Its place in the reading."""
        return self.skeleton.origins[self.offset], self.skeleton.origins[self.offset + len(self.text)]

    @cached_property
    def original_span(self) -> tuple[int, int]:
        """Its place in the text as it was given."""
        return self.skeleton.reading.span(*self.span)

    @cached_property
    def words(self) -> str:
        """Its words as they were given."""
        return self.skeleton.reading.words(*self.span)


@dataclass
class Skeleton:
    """``origins`` say where each sign stood in the reading, with the reading's end at the end."""

    reading: Reading
    text: str = ""
    origins: array[int] = field(default_factory=lambda: array("L"))
    mentions: dict[int, Mention] = field(default_factory=dict)


def sentences_of(text: str) -> list[Sentence]:
    """The sentences of a text, in their order."""
    skeleton = _build(read(text))
    return [
        Sentence(text=match.group(), offset=match.start(), skeleton=skeleton)
        for match in _SENTENCE.finditer(skeleton.text)
    ]


def _build(reading: Reading) -> Skeleton:
    mentions = find_mentions(reading)
    covers = [
        *((m.start, m.end, m) for m in mentions),
        *((*span, None) for span in _quotations(reading.text, mentions)),
    ]
    skeleton = Skeleton(reading=reading)
    pieces: list[str] = []
    position = 0
    for start, end, mention in sorted(covers, key=lambda cover: cover[:2]):
        if start < position:
            continue
        pieces.append(reading.text[position:start])
        skeleton.origins.extend(range(position, start))
        if mention is not None:
            skeleton.mentions[len(skeleton.origins)] = mention
        pieces.append(MENTION if mention is not None else QUOTATION)
        skeleton.origins.append(start)
        position = end
    pieces.append(reading.text[position:])
    skeleton.origins.extend(range(position, len(reading.text) + 1))
    skeleton.text = "".join(pieces)
    return skeleton


def _quotations(text: str, mentions: list[Mention]) -> Iterator[tuple[int, int]]:
    """Places of quotations that speak; a quoted word or name stays part of its sentence."""
    inside = bytearray(len(text) + 1)
    for mention in mentions:
        inside[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
    opening: int | None = None
    for mark in _MARK.finditer(text):
        position = mark.start()
        if inside[position]:
            continue
        if opening is not None and _closes(mark.group(), text[opening]):
            if _speaks(text, inside, opening, position):
                yield opening, position + 1
            opening = None
        else:
            opening = _next_opening(text, mark.group(), position, opening)


def _closes(mark: str, opening: str) -> bool:
    return (opening, mark) in {("“", "”"), ('"', '"')}


def _next_opening(text: str, mark: str, position: int, opening: int | None) -> int | None:
    """Paragraphs of one quotation each open it again, and straight marks end with their line."""
    is_long = opening is not None and position - opening > _LONGEST_QUOTATION
    if mark == "\n":
        return None if is_long or opening is None or text[opening] == '"' else opening
    if mark == "”":
        return None
    is_continued = opening is not None and not is_long and mark == "“" and text[position - 1] == "\n"
    return opening if is_continued else position


def _speaks(text: str, inside: bytearray, start: int, end: int) -> bool:
    spoken = "".join(char for at, char in enumerate(text[start:end], start) if not inside[at])
    return len(spoken) > 40 or bool(_SPEAKS.search(spoken))
