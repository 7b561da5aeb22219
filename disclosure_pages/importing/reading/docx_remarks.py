"""What a Word document holds besides its text, so that its editor knows what to add by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from docx.oxml.ns import qn

_DRAWN = (qn("pic:pic"), "{urn:schemas-microsoft-com:vml}imagedata")
_REVISED = (qn("w:ins"), qn("w:del"), qn("w:moveFrom"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def find_remarks(document: Any, left_out: set[str]) -> Iterator[str]:
    """A sentence for each kind of content that is not taken over, or that somebody should look at."""
    body = document.element.body
    pictures = sum(1 for tag in _DRAWN for item in body.iter(tag) if not _is_fallback(item))
    if pictures:
        yield ngettext(
            "The document has %(number)d picture, which is not taken over.",
            "The document has %(number)d pictures, which are not taken over.",
            pictures,
        ) % {"number": pictures}
    if next(body.iter(qn("w:footnoteReference"), qn("w:endnoteReference")), None) is not None:
        yield _("The document has footnotes, which are not taken over.")
    if next(body.iter(qn("m:oMath")), None) is not None:
        yield _("The document has formulas, which are not taken over.")
    if "contents" in left_out:
        yield _("The table of contents is left out: the page makes its own from the headings.")
    if next(body.iter(*_REVISED), None) is not None:
        yield _("The document has changes that were not accepted yet: insertions are read, deletions are not.")


def _is_fallback(item: Any) -> bool:
    return any(ancestor.tag == _FALLBACK for ancestor in item.iterancestors())
