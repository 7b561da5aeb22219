"""Giving in part: a copy of a text, DOCX or PDF in which the marked words are gone, not covered (Article 37).

Pure: bytes and marks in, bytes out. Every copy is written from nothing by an allow-list and then read again by readers
that had no part in writing it; a copy that still holds a word is not handed out.
"""

from .copying import Redacted, redact
from .kinds import Kind, kind_of
from .marks import AreaMark, Mark, SpanMark, WordMark
from .previewing import PageFacts, faint_texts, other_texts, page_facts, page_picture, shown_text
from .refusals import RedactionRefused

__all__ = [
    "AreaMark",
    "Kind",
    "Mark",
    "PageFacts",
    "Redacted",
    "RedactionRefused",
    "SpanMark",
    "WordMark",
    "faint_texts",
    "kind_of",
    "other_texts",
    "page_facts",
    "page_picture",
    "redact",
    "shown_text",
]
