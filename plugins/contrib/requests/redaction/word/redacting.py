"""The copy of a DOCX."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from plugins.contrib.requests.redaction.folding import holds
from plugins.contrib.requests.redaction.searching import Search

from .appearance import Appearance, w
from .cleaning import Cleaning
from .packages import Part, read_parts, write_package
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


def other_texts_of_docx(content: bytes) -> list[tuple[str, str]]:
    """Kind and text of each part beside the main one that has any: headers, footers, notes, as the copy has them."""
    others = [(kind, text_of(tree)) for key, (kind, tree) in _cleaned(content, []).items() if key]
    return [(kind, text) for kind, text in others if kind not in _WITHOUT_TEXT and text.strip()]


def faint_texts_of_docx(content: bytes) -> list[str]:
    """What stands in the file in white or in tiny letters, run by run; the copy shows it like all other text."""
    parts = read_parts(content)
    appearance = appearance_of(parts)
    runs = (run for part in parts if part.kind not in _WITHOUT_TEXT for run in part.tree.iter(w("r")))
    faint = (run for run in runs if appearance.is_faint(run) and not appearance.is_hidden(run))
    texts = ("".join(text.text or "" for text in run.iter(w("t"))) for run in faint)
    return [text for text in texts if text.strip()]


def appearance_of(parts: Iterable[Part]) -> Appearance:
    """By the styles of the file, if it has any."""
    return Appearance(next((part.tree for part in parts if part.kind == "styles"), None))


def _cleaned(content: bytes, words: list[str]) -> dict[str, tuple[str, Any]]:
    parts = read_parts(content)
    keys = {part.relation: f"r{number}" if part.relation else "" for number, part in enumerate(parts)}
    cleaning = Cleaning({key: keys[key] for key in keys if key}, Renaming(words), appearance_of(parts))
    return {keys[part.relation]: (part.kind, cleaning.tree(part.tree)) for part in parts}
