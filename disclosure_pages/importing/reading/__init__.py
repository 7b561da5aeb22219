"""Read DOCX, PDF with text and plain text into one neutral form. The content decides what a file is."""

from __future__ import annotations

import logging
from collections.abc import Callable

from .blocks import DocumentFormat, ReadDocument
from .detect import detect_format
from .framing import unframe
from .refusals import Unreadable

logger = logging.getLogger(__name__)


def _reader(file_format: DocumentFormat) -> Callable[[bytes], ReadDocument]:
    """Loaded when a file of its format is first read: what reads PDF and Word is a great part of a server's memory."""
    if file_format == DocumentFormat.DOCX:
        from .docx_file import read_docx as read
    elif file_format == DocumentFormat.PDF:
        from .pdf_file import read_pdf as read
    else:
        from .text_file import read_text as read
    return read


def read_document(content: bytes, *, name: str = "") -> ReadDocument:
    """Read a whole file. Raises :class:`Unreadable`, which says what the matter is and what to do.

    Whatever a library raises on a broken file means the same to its owner: the file is damaged.
    """
    file_format = detect_format(content, name=name)
    try:
        document = unframe(_reader(file_format)(content))
    except Unreadable:
        raise
    except Exception as error:
        logger.warning("A %s file could not be read: %s", file_format, error)
        raise Unreadable("damaged") from error
    if not document.blocks:
        raise Unreadable("no-text")
    return document


__all__ = ["ReadDocument", "Unreadable", "read_document"]
