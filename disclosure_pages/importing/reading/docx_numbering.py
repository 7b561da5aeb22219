"""The numbers that Word makes itself: they are no text of the file, yet they are text of the document."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from .numerals import chinese_numeral, roman_numeral

_VALUE = qn("w:val")
_PLACE = re.compile(r"%([1-9])")


def _circled(number: int) -> str:
    return chr(0x245F + number) if 0 < number <= 20 else str(number)


def _letter(number: int) -> str:
    return chr(ord("A") + (number - 1) % 26)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate({48 + digit: 0xFF10 + digit for digit in range(10)}),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "chineseCounting": chinese_numeral,
    "chineseCountingThousand": chinese_numeral,
    "chineseLegalSimplified": chinese_numeral,
    "ideographDigital": chinese_numeral,
    "japaneseCounting": chinese_numeral,
    "taiwaneseCounting": chinese_numeral,
    "taiwaneseCountingThousand": chinese_numeral,
    "lowerLetter": lambda number: _letter(number).lower(),
    "upperLetter": _letter,
    "upperRoman": roman_numeral,
    "lowerRoman": lambda number: roman_numeral(number).lower(),
}


@dataclass(frozen=True)
class Level:
    """One level of a list: how its number is written and what stands around it (``第%1条``).

    ``is_legal`` says that all numbers in it are in digits, also those of higher levels.
    """

    format: str
    pattern: str
    start: int
    is_legal: bool = False


@dataclass
class Numbering:
    """Counts the automatic numbers of a document, in its order."""

    levels: dict[str, dict[int, Level]]
    abstract: dict[str, str]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def next_label(self, list_id: str, level: int) -> str:
        """The number of the next paragraph of a list, empty for bullets and for what is not known."""
        key = self.abstract.get(list_id, list_id)
        levels = self.levels.get(list_id) or self.levels.get(key, {})
        here = levels.get(level)
        if here is None:
            return ""
        counts = self._counts.setdefault(key, {})
        counts[level] = counts.get(level, here.start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if here.format not in FORMATS:
            return ""
        return _PLACE.sub(lambda match: _number(levels, counts, int(match.group(1)) - 1, here.is_legal), here.pattern)


def _number(levels: dict[int, Level], counts: dict[int, int], level: int, is_legal: bool) -> str:
    found = levels.get(level)
    if found is None:
        return ""
    written = str if is_legal else FORMATS.get(found.format, str)
    return written(counts.get(level, found.start))


def read_numbering(document: Any) -> Numbering:
    """The lists of a document; one without lists has an empty numbering."""
    part = next((rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/numbering")), None)
    if part is None:
        return Numbering(levels={}, abstract={})
    root = part.element
    definitions = {item.get(qn("w:abstractNumId"), ""): _levels(item) for item in root.iter(qn("w:abstractNum"))}
    abstract = {item.get(qn("w:numId"), ""): _child_value(item, "w:abstractNumId") for item in root.iter(qn("w:num"))}
    return Numbering(levels={key: definitions.get(target, {}) for key, target in abstract.items()}, abstract=abstract)


def _levels(definition: Any) -> dict[int, Level]:
    return {
        int(item.get(qn("w:ilvl"), 0)): Level(
            format=_child_value(item, "w:numFmt") or "decimal",
            pattern=_child_value(item, "w:lvlText"),
            start=int(_child_value(item, "w:start") or 1),
            is_legal=item.find(qn("w:isLgl")) is not None,
        )
        for item in definition.iter(qn("w:lvl"))
    }


def _child_value(parent: Any, tag: str) -> str:
    child = parent.find(qn(tag))
    return child.get(_VALUE, "") if child is not None else ""
