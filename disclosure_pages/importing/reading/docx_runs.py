"""The text of a Word paragraph in its dress, without what was deleted under revision."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from docx.oxml.ns import qn

from .blocks import Run
from .lines import begins_paragraph, is_broken_off

_RUN, _TEXT, _PROPERTIES = qn("w:r"), qn("w:t"), qn("w:rPr")
_BREAK, _TYPE = qn("w:br"), qn("w:type")
_DELETED = {qn("w:del"), qn("w:moveFrom")}
_CHARACTERS = {qn("w:tab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): ""}
_OFF = {"0", "false", "off", "none"}
#: Beyond this a line is no line of a title, so a break within its sentence is an accident.
_LONG_LINE = 24


def runs_of(paragraph: Any) -> tuple[Run, ...]:
    """Runs of a paragraph, neighbours in the same dress joined; breaks are line feeds."""
    found = (Run(_text(run), _is_on(run, "w:b"), _is_on(run, "w:i")) for run in _own_runs(paragraph))
    dressed = groupby((run for run in found if run.text), key=lambda run: (run.is_bold, run.is_italic))
    return tuple(Run("".join(run.text for run in group), *dress) for dress, group in dressed)


def split_lines(paragraph: Any) -> Iterator[tuple[Run, ...]]:
    """The lines of a paragraph with breaks in it: copies from web pages have no other paragraphs.

    A break within a sentence is none.
    """
    line: list[Run] = []
    for run in runs_of(paragraph):
        first, *more = run.text.split("\n")
        line.append(Run(first, run.is_bold, run.is_italic))
        for text in more:
            if not _is_accident("".join(part.text for part in line), text):
                yield from _filled(line)
                line = []
            line.append(Run(text, run.is_bold, run.is_italic))
    yield from _filled(line)


def _filled(line: list[Run]) -> Iterator[tuple[Run, ...]]:
    if any(run.text.strip() for run in line):
        yield tuple(run for run in line if run.text)


def _is_accident(before: str, after: str) -> bool:
    if not before.strip():
        return True
    return len(before) >= _LONG_LINE and is_broken_off(before) and not begins_paragraph(after)


def _own_runs(paragraph: Any) -> Iterator[Any]:
    for run in paragraph.iter(_RUN):
        is_own = next(run.iterancestors(qn("w:p"))) is paragraph  # not of a text box
        if is_own and not any(ancestor.tag in _DELETED for ancestor in run.iterancestors()):
            yield run


def _text(run: Any) -> str:
    parts = []
    for element in run:
        if element.tag == _TEXT:
            parts.append(element.text or "")
        elif element.tag == _BREAK:
            parts.append("\n" if element.get(_TYPE, "textWrapping") == "textWrapping" else "")
        else:
            parts.append(_CHARACTERS.get(element.tag, ""))
    return "".join(parts)


def _is_on(run: Any, tag: str) -> bool:
    properties = run.find(_PROPERTIES)
    mark = properties.find(qn(tag)) if properties is not None else None
    return mark is not None and mark.get(qn("w:val"), "true") not in _OFF
