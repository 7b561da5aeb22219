"""Making a copy."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .kinds import Kind, kind_of
from .marks import AreaMark, Mark
from .pdf import redact_pdf
from .refusals import RedactionRefused
from .searching import Search
from .text_file import redact_text
from .verifying import verify
from .word import redact_docx


@dataclass(frozen=True, slots=True)
class Redacted:
    """A copy without what was marked. ``reasons`` are in the order of their numbers; ``found`` counts each mark."""

    content: bytes
    kind: Kind
    reasons: tuple[str, ...]
    found: tuple[int, ...]


def redact(content: bytes, marks: Sequence[Mark], *, clear_pages: Collection[int] = ()) -> Redacted:
    """A verified copy; ``clear_pages`` of a PDF, from 1, were looked at by a person, who has nothing to hide on them.

    Raises :class:`RedactionRefused`, with a sentence for whoever marked.
    """
    kind, search = kind_of(content), Search(marks)
    if search.areas and kind != Kind.PDF:
        raise RedactionRefused(_("Areas can be marked on the pages of a PDF only. Mark words instead."))
    made = _make(content, kind, search, clear_pages)
    search.check_all_found()
    verify(made, kind, search.words)
    counts = tuple(
        1 if isinstance(mark, AreaMark) else search.found[number] for number, mark in enumerate(search.marks)
    )
    return Redacted(made, kind, tuple(search.reasons), counts)


def _make(content: bytes, kind: Kind, search: Search, clear_pages: Collection[int]) -> bytes:
    if kind == Kind.PDF:
        return redact_pdf(content, search, clear_pages)
    if kind == Kind.DOCX:
        return redact_docx(content, search)
    return redact_text(content, search.places_in, search.reasons)
