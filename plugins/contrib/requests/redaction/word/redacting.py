"""The copy of a DOCX."""

from __future__ import annotations

from typing import Any

from plugins.contrib.requests.redaction.folding import holds
from plugins.contrib.requests.redaction.searching import Search

from .cleaning import Cleaning
from .packages import read_parts, write_package
from .stories import redact_tree, text_of

_WITHOUT_TEXT = frozenset({"styles", "numbering"})


class Renaming:
    """Names that people gave to styles and fonts: one that holds a marked word gets another, the same everywhere."""

    def __init__(self, words: list[str]) -> None:
        self._words = words
        self._others: dict[str, str] = {}

    def __call__(self, name: str) -> str:
        if any(holds(name, words) for words in self._words):
            return self._others.setdefault(name, f"x{len(self._others) + 1}")
        return name


def redact_docx(content: bytes, search: Search) -> bytes:
    """Raises ``RedactionRefused``."""
    parts = _cleaned(content, search.words)
    for kind, tree in parts.values():
        if kind not in _WITHOUT_TEXT:
            redact_tree(tree, search.places_in if kind == "document" else search.words_in, search.reasons)
    return write_package(parts)


def text_of_docx(content: bytes) -> str:
    """The text of the main part as the copy will have it: chosen places are counted in it."""
    return text_of(_cleaned(content, [])[""][1])


def _cleaned(content: bytes, words: list[str]) -> dict[str, tuple[str, Any]]:
    parts = read_parts(content)
    keys = {part.relation: f"r{number}" if part.relation else "" for number, part in enumerate(parts)}
    cleaning = Cleaning({key: keys[key] for key in keys if key}, Renaming(words))
    return {keys[part.relation]: (part.kind, cleaning.tree(part.tree)) for part in parts}
