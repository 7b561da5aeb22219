"""The parts of a document: its own text, a text that it circulates, attachments. Each has a title of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from disclosure_pages.importing.reading.lines import join_lines
from disclosure_pages.importing.recognition.layout import Layout
from disclosure_pages.importing.recognition.spacing import tidy
from disclosure_pages.importing.recognition.title import lines_of_title
from disclosure_pages.importing.recognition.words import ATTACHMENT_HEAD


@dataclass(frozen=True, slots=True)
class Part:
    """``title`` is empty for the document's own text; ``indices`` are the blocks below the title."""

    title: str
    indices: tuple[int, ...]


def parts_of(layout: Layout) -> list[Part]:
    """Everything but head, title, notes and foot, divided at the titles of enclosed texts and attachments."""
    kept = [line.index for line in layout.lines if line.index not in layout.furniture]
    titles = dict(_titles(layout, kept))
    in_titles = {index for indices in titles.values() for index in indices}
    found: list[tuple[str, list[int]]] = [("", [])]
    for index in kept:
        if index in titles:
            found.append((_title_words(layout, titles[index]), []))
        if index not in in_titles:
            found[-1][1].append(index)
    return [Part(title, tuple(indices)) for title, indices in found if title or indices]


def _titles(layout: Layout, kept: list[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """(first line, all lines) of the titles of parts: below the signature, and below each “附件” alone on its line."""
    below = [index for index in kept if index > max(layout.signature.indices, default=len(layout.lines))]
    for index in below:
        if layout.begins_attachment(layout.lines[index]):
            yield index, (index, *lines_of_title(layout.lines, index + 1, layout.issuers))
    if below and not layout.begins_attachment(layout.lines[below[0]]):
        enclosed = lines_of_title(layout.lines, below[0], layout.issuers)
        if enclosed:
            yield below[0], enclosed


def _title_words(layout: Layout, indices: tuple[int, ...]) -> str:
    words = [layout.lines[index].words for index in indices]
    if ATTACHMENT_HEAD.fullmatch(layout.lines[indices[0]].text):
        label = tidy(words.pop(0)).rstrip("：:")
        return f"{label} {_joined(words)}".strip()
    return _joined(words)


def _joined(words: list[str]) -> str:
    title = ""
    for line in words:
        title = join_lines(title, line)
    return tidy(title)
