"""The blocks of a document as the recognition looks at them: one line each, in one spelling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from disclosure_pages.documents.proposals.reading import spell
from disclosure_pages.importing.reading.blocks import Alignment, Paragraph, ReadDocument

from .spacing import on_one_line, tidy
from .words import ORGAN

#: Longest line that patterns look at as a whole.
MAX_LENGTH = 600


@dataclass(frozen=True, slots=True)
class Line:
    """``text`` is compared with patterns, ``words`` is what the document says. Both are empty for a table.

    Of a long paragraph ``text`` is the beginning only: nothing but the text itself is that long.
    """

    index: int
    text: str
    words: str
    alignment: Alignment
    level: int

    @property
    def evidence(self) -> str:
        return on_one_line(self.words)


def _comparable(words: str) -> str:
    text = spell(tidy(words[: MAX_LENGTH * 2]))
    return text if len(words) <= MAX_LENGTH else f"{text[:MAX_LENGTH]}…"


def lines_of(document: ReadDocument) -> tuple[Line, ...]:
    """One line for each block; ``index`` is that of the block."""
    return tuple(
        Line(index, _comparable(block.text), block.text, block.alignment, block.level)
        if isinstance(block, Paragraph)
        else Line(index, "", "", Alignment.UNKNOWN, 0)
        for index, block in enumerate(document.blocks)
    )


@dataclass(frozen=True, slots=True)
class Issuers:
    """Organs that are known beforehand, as data: every way to write them, and the codes of their numbers.

    ``names`` maps a name or alias to the name by which the organ is to be called, ``codes`` an agency's code (芙政办发)
    to that name.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)

    def is_known(self, text: str) -> bool:
        return text in self.names

    def looks_like_organ(self, text: str) -> bool:
        """Whether ``text`` is known, or reads like the name of one organ."""
        return self.is_known(text) or ORGAN.fullmatch(text) is not None

    def organs_of(self, words: str) -> tuple[str, ...]:
        """The organs side by side in a line, empty unless the line consists of nothing else."""
        whole = tidy(words)
        if self.is_known(whole):
            return (whole,)
        parts = [tidy(part) for part in words.replace("\u3000", " ").split(" ") if part.strip()]
        if len(parts) > 1 and all(self.looks_like_organ(part) and len(part) > 3 for part in parts):
            return tuple(parts)
        return (whole,) if self.looks_like_organ(whole) else ()


NO_ISSUERS = Issuers()
