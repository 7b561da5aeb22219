"""Read DOCX, PDF with text and plain text into one neutral form. The content decides what a file is."""

from __future__ import annotations

import logging
from collections.abc import Callable

from .blocks import DocumentFormat, ReadDocument
from .detect import detect_format
from .docx_file import read_docx
from .framing import unframe
from .pdf_file import read_pdf
from .refusals import Unreadable
from .text_file import read_text

logger = logging.getLogger(__name__)

_READERS: dict[DocumentFormat, Callable[[bytes], ReadDocument]] = {
    DocumentFormat.DOCX: read_docx,
    DocumentFormat.PDF: read_pdf,
    DocumentFormat.TEXT: read_text,
}


def read_document(content: bytes, *, name: str = "") -> ReadDocument:
    """Read a whole file. Raises :class:`Unreadable`, which says what the matter is and what to do.

    Whatever a library raises on a broken file means the same to its owner: the file is damaged.
    """
    file_format = detect_format(content, name=name)
    try:
        document = unframe(_READERS[file_format](content))
    except Unreadable:
        raise
    except Exception as error:
        logger.warning("A %s file could not be read: %s", file_format, error)
        raise Unreadable("damaged") from error
    if not document.blocks:
        raise Unreadable("no-text")
    return document


__all__ = ["ReadDocument", "Unreadable", "read_document"]
