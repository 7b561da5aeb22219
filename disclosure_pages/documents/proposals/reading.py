"""A text in one spelling, without its line breaks, that still knows where each character stood.

Official documents come from Word, from PDF and from web pages: full-width digits, half-width brackets, spaces between
characters, sentences broken at the end of a line. Rules are written for one spelling only.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass

#: Stand for a document that is mentioned, and for a quotation, in what rules read.
MENTION, QUOTATION = "\ue000", "\ue001"

_SPELLING = {
    **dict(zip("(),;:?!", "（），；：？！", strict=True)),
    **dict(zip("「『」』", "““””", strict=True)),
    **dict.fromkeys("○◯", "〇"),
    **dict.fromkeys((MENTION, QUOTATION), "\ufffd"),
}
_SPACE = re.compile(r"[\s\u200b\u200c\u200d\ufeff\u00ad]+")
_NUMERAL = "[0-9〇零一二三四五六七八九十百]"
_NEW_ITEM = re.compile(
    rf"第{_NUMERAL}+[编章节条]|[一二三四五六七八九十]+[、.]|（{_NUMERAL}{{1,3}}）|[0-9]{{1,3}}[.、](?![0-9])|[0-9]{{1,3}}\s+(?=《)|[①-⑳]|附[件则：]"
)
#: What goes on behind the mention of a document; anything else on a new line is new.
_GOES_ON = re.compile(
    "同时|[自从]|予以|即|一并|相应|废止|停止|失效|作废|有效|继续|延[长期至续]|不再|的|和|及|以及|与|等|第|中|规定|精神|要求|文件|由|已|现|作|进行|"
    "修[改订]|有关|[（、，。；]|[^，。；：《\\s]{1,15}[〔（【\\[][0-9]{4}[〕）】\\]]"
)
_HEADING_END = re.compile(r"的(?:通知|决定|公告|通告|意见|方案|函|批复|命令|请示|报告)$|(?:目录|清单)$")
_OPEN_MARKS = (("《", "》", 150), ("（", "）", 60))


class _Spelling(dict[int, int]):
    """Table for ``str.translate`` that works out each character once; every character stays one character."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        folded = char if unicodedata.category(char) == "No" else unicodedata.normalize("NFKC", char)
        plain = folded if len(folded) == 1 else char
        self[code] = ord(_SPELLING.get(plain, plain))
        return self[code]


_TABLE = _Spelling()


@dataclass(frozen=True)
class Reading:
    """``text`` is what rules read; ``offsets`` say where each of its characters stands in ``original``."""

    original: str
    text: str
    offsets: array[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of a place in ``text``."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def words(self, start: int, end: int) -> str:
        """What the original says there, in its own spelling, line breaks taken out."""
        return "".join(
            char if char.isspace() else self.original[offset]
            for char, offset in zip(self.text[start:end], self.offsets[start:end], strict=True)
        ).strip()


def spell(text: str) -> str:
    """``text`` in one spelling, character for character."""
    return text.translate(_TABLE)


def read(original: str) -> Reading:
    """Spell a text in one way; what is left of its line breaks are the ends of paragraphs, headings and list items."""
    spelled = spell(original)
    pieces: list[str] = []
    offsets = array("L")
    position = 0
    for space in _SPACE.finditer(spelled):
        start, end = space.span()
        kept = _what_remains(spelled, start, end)
        pieces += (spelled[position:start], kept)
        offsets.extend(range(position, start + len(kept)))
        position = end
    pieces.append(spelled[position:])
    offsets.extend(range(position, len(spelled)))
    return Reading(original=original, text="".join(pieces), offsets=offsets)


def _what_remains(text: str, start: int, end: int) -> str:
    if start == 0 or end == len(text):
        return ""
    if "\n" not in text[start:end] and "\r" not in text[start:end]:
        return " " if _is_latin(text[start - 1]) and _is_latin(text[end]) else ""
    return "\n" if _is_end_of_line(text, start, end) else ""


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _is_end_of_line(text: str, start: int, end: int) -> bool:
    """Whether a line break is meant: an open bracket or a comma before it says that it is not."""
    before = text[start - 1]
    if before in "、，" or any(_is_open(text, start, *marks) for marks in _OPEN_MARKS):
        return False
    if before in "。；：！？”" or _NEW_ITEM.match(text, end) or (before in "》）" and not _GOES_ON.match(text, end)):
        return True
    space = text[start:end]
    is_new_paragraph = space.count("\n") > 1 or len(space.rsplit("\n", 1)[-1].expandtabs(4)) > 1
    return is_new_paragraph or bool(_HEADING_END.search(text[max(0, start - 12) : start]))


def _is_open(text: str, position: int, opening: str, closing: str, reach: int) -> bool:
    nearby = text[max(0, position - reach) : position]
    return nearby.rfind(opening) > nearby.rfind(closing)
