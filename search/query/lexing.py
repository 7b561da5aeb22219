"""What somebody typed, taken apart at blanks and quotation marks: what is quoted, excluded, or meant for a field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

#: What is longer is cut off: nobody types it, and work grows with it.
MAX_LENGTH = 300

_FAMILIES = ('"“”„‟＂〝〞〟«»', "「」『』﹁﹂﹃﹄｢｣", "《》〈〉")
_QUOTES = "".join(_FAMILIES)
_NAMES = {
    "title": ("标题", "题名", "名称", "title"),
    "number": ("文号", "发文字号", "字号", "number"),
    "body": ("正文", "内容", "全文", "body"),
    "attachments": ("附件", "attachment"),
    "keywords": ("关键词", "主题词", "keyword"),
    "index_number": ("索引号", "index"),
    "unit": ("单位", "机关", "部门", "发文机关", "发布机构", "责任单位", "unit"),
    "year": ("年份", "年度", "year"),
}
_ALL_NAMES = "|".join(sorted((name for names in _NAMES.values() for name in names), key=len, reverse=True))
_QUOTED = "|".join(f"[{family}]([^{_QUOTES}]+)[{family}]" for family in _FAMILIES)
_PIECE = re.compile(
    rf"(?P<not>(?<!\S)[-－−](?=\S)|(?<=\s)(?:不含|不包含|不包括)[:：]?\s?(?=\S))?"
    rf"(?:(?<!\w)(?P<name>{_ALL_NAMES})[:：]\s?)?"
    rf"(?:{_QUOTED}|(?P<plain>[^\s{_QUOTES}]+))",
    re.IGNORECASE,
)


class FieldName(StrEnum):
    """What a piece may be looked for in, by any of its names before a colon."""

    NONE = ""
    TITLE = "title"
    NUMBER = "number"
    BODY = "body"
    ATTACHMENTS = "attachments"
    KEYWORDS = "keywords"
    INDEX_NUMBER = "index_number"
    UNIT = "unit"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text without blanks, or quoted text with them."""

    text: str
    is_quoted: bool = False
    is_excluded: bool = False
    field: FieldName = FieldName.NONE


def clean(text: str) -> str:
    """``text`` without control characters and halves of characters, its blanks made one, and not too long."""
    kept = ("" if unicodedata.category(character) in {"Cs", "Cn"} else character for character in text[:MAX_LENGTH])
    blanks = ("\n" if unicodedata.category(character) == "Cc" else character for character in "".join(kept))
    return " ".join("".join(blanks).split())


def pieces_of(text: str) -> list[Piece]:
    """The pieces of ``text``, which is clean; a quotation mark without its partner is none."""
    return list(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    for match in _PIECE.finditer(text):
        quoted = next((group for group in match.groups()[2:-1] if group), "").strip()
        found = quoted or match["plain"] or ""
        if found:
            yield Piece(found, bool(quoted), bool(match["not"]), _field_named(match["name"] or ""))


def _field_named(name: str) -> FieldName:
    found = (FieldName(field) for field, names in _NAMES.items() if name.lower() in names)
    return next(found, FieldName.NONE)
