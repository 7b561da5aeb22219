"""What a file is, by its first bytes."""

from __future__ import annotations

import codecs
import enum

from django.utils.translation import gettext as _

from plugins.api import content_type_of

from .refusals import RedactionRefused

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Kind(enum.StrEnum):
    """Files from which words can be taken."""

    TEXT = "txt"
    DOCX = "docx"
    PDF = "pdf"

    @property
    def content_type(self) -> str:
        return content_type_of(self)


def kind_of(content: bytes) -> Kind:
    """Raises :class:`RedactionRefused` for all else, with what to do instead."""
    if content.startswith(b"%PDF-"):
        return Kind.PDF
    if content.startswith(_OLD_OFFICE):
        raise RedactionRefused(_("This is an old .doc or a file with a password. Save it as DOCX without a password."))
    if content.startswith(b"PK\x03\x04"):
        return Kind.DOCX
    if b"\x00" in content[:4096] and not content.startswith(UTF_16):
        raise RedactionRefused(_("Only text, DOCX and PDF can be redacted. Print the file to a PDF first."))
    return Kind.TEXT
