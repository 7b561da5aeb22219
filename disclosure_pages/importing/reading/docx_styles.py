"""What the styles of a Word document say about a paragraph: alignment and level of a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from .blocks import Alignment

_VALUE = qn("w:val")
_ALIGNMENTS = {
    "center": Alignment.CENTRE,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
}
_HEADING = re.compile(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*\d?\Z", re.IGNORECASE)
MAX_STYLE_DEPTH = 20


class Styles:
    """The style sheet of one document; a style inherits from the one that it is based on."""

    def __init__(self, document: Any) -> None:
        found = document.styles.element.iter(qn("w:style"))
        self._styles: dict[str, Any] = {style.get(qn("w:styleId"), ""): style for style in found}

    def _lineage(self, paragraph: Any) -> Iterator[Any]:
        """The paragraph's own properties, then those of its style and of the styles below that."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return
        yield properties
        for style in self._chain(_value(properties, "w:pStyle")):
            if (inherited := style.find(qn("w:pPr"))) is not None:
                yield inherited

    def _chain(self, key: str) -> Iterator[Any]:
        for _depth in range(MAX_STYLE_DEPTH):
            style = self._styles.get(key)
            if style is None:
                return
            yield style
            key = _value(style, "w:basedOn")

    def alignment(self, paragraph: Any) -> Alignment:
        """Where the paragraph stands; without a word about it, left."""
        found = (_value(properties, "w:jc") for properties in self._lineage(paragraph))
        return _ALIGNMENTS.get(next(filter(None, found), ""), Alignment.LEFT)

    def level(self, paragraph: Any) -> int:
        """Level of a heading from 1, by outline or by the name of the style; 0 for other paragraphs."""
        for properties in self._lineage(paragraph):
            outline = _value(properties, "w:outlineLvl")
            if outline.isdigit():
                return int(outline) + 1 if int(outline) < 9 else 0
        match = next(filter(None, (_HEADING.match(name) for name in self._names(paragraph))), None)
        return int(match.group(1)) if match else 0

    def is_contents(self, paragraph: Any) -> bool:
        """Whether the paragraph is a line of a table of contents."""
        return any(_CONTENTS.match(name) for name in self._names(paragraph))

    def numbering(self, paragraph: Any) -> tuple[str, int] | None:
        """(list, level) of automatic numbering, from the paragraph or its style; ``None`` without."""
        list_id, level = "", ""
        for properties in self._lineage(paragraph):
            numbering = properties.find(qn("w:numPr"))
            if numbering is not None:
                list_id = list_id or _value(numbering, "w:numId")
                level = level or _value(numbering, "w:ilvl")
        return (list_id, int(level or 0)) if list_id.strip("0") else None

    def _names(self, paragraph: Any) -> Iterator[str]:
        key = _value(paragraph.find(qn("w:pPr")), "w:pStyle")
        return (_value(style, "w:name") for style in self._chain(key))


def _value(parent: Any, tag: str) -> str:
    child = parent.find(qn(tag)) if parent is not None else None
    return child.get(_VALUE, "") if child is not None else ""
