"""DOCX: the texts are copied element by element, by a list of what may be in the copy; nothing else is carried over.

Tracked changes are taken as accepted, and with them go comments, bookmarks, fields' instructions, hidden text,
properties, custom XML, thumbnails, embedded files, pictures and their descriptions, and all that a later Word may add.
"""

from .redacting import faint_texts_of_docx, other_texts_of_docx, redact_docx, text_of_docx

__all__ = ["faint_texts_of_docx", "other_texts_of_docx", "redact_docx", "text_of_docx"]
