"""The texts of parts one, five and six: from the heading of a part to the next heading or table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from plugins.api import Problem, UnreadableDocument, read_document
from plugins.contrib.annual_report.structure import Form

from .complaints import Complaints
from .headings import heading_of

#: Of one text: no report is as long, and it has to travel through a form.
MAX_LETTERS = 50_000
EVALUATION = "evaluation"
#: Headings below a part, even where they have the style of its heading: “（一）”, “1.”.
_BELOW = re.compile(r"\s*[（(\d]")


@dataclass(frozen=True)
class ReadTexts:
    """Texts by the code of their part, a paragraph a line; the problems are warnings."""

    texts: Mapping[str, str]
    problems: tuple[Problem, ...]


@dataclass
class _Section:
    """Paragraphs below a heading of a part; without ``code``, of nothing that is read. ``level`` is that of a style."""

    code: str = ""
    level: int = 0
    lines: list[str] = field(default_factory=list)


def read_texts(content: bytes, form: Form) -> ReadTexts:
    """The texts of a DOCX file; a problem names each part of which none was found."""
    complaints = Complaints(form)
    try:
        sections = list(_sections(read_document(content).blocks, form))
    except UnreadableDocument as error:
        complaints.no_texts(error.message, error.remedy)
        return ReadTexts({}, tuple(complaints.found))
    # a table of contents names the parts first, and what stands below their headings comes later
    found = {one.code: "\n".join(one.lines) for one in sections if one.lines}
    return ReadTexts(_taken(found, form, complaints), tuple(complaints.found))


def _taken(found: Mapping[str, str], form: Form, complaints: Complaints) -> dict[str, str]:
    taken: dict[str, str] = {}
    for part in (one for one in form.parts if one.prose):
        text = found.get(part.code, "")
        if not text:
            complaints.no_text(part)
        elif len(text) > MAX_LETTERS:
            complaints.text_too_long(part, MAX_LETTERS)
        else:
            taken[part.code] = text
    if EVALUATION in found:
        complaints.evaluations_by_hand(next(one for one in form.prose if one.code == EVALUATION))
    return taken


def _sections(blocks: Iterable[Any], form: Form) -> Iterator[_Section]:
    here = _Section()
    for block in blocks:
        text = getattr(block, "text", "")  # a table has none of its own
        heading = heading_of(text, form)
        if heading is not None:
            yield here
            here = _Section(heading.code, block.level, [heading.behind] if heading.behind else [])
        elif not text or _is_beyond(block, here.level):
            yield here
            here = _Section()
        else:
            here.lines.append(text)
    yield here


def _is_beyond(block: Any, level: int) -> bool:
    """Whether another heading in the style of the part's own stands here, such as that of a comparison behind it."""
    return 0 < block.level <= level and not _BELOW.match(block.text)
