"""Reading a copy again, with readers that had no part in writing it, before anybody gets it."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from .folding import holds
from .kinds import Kind
from .needles import bytes_hold
from .refusals import RedactionRefused

_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/_rels/document\.xml\.rels"
    r"|word/(document|(styles|numbering|footnotes|endnotes|header|footer)\d+)\.xml"
)
_CATALOG = {"/Type", "/Pages"}
_PAGE = {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"}


def verify(content: bytes, kind: Kind, words: Sequence[str]) -> None:
    """Raises :class:`RedactionRefused` if any of ``words`` is still there, or anything that no copy has."""
    texts = {Kind.TEXT: _texts_of_text, Kind.DOCX: _texts_of_docx, Kind.PDF: _texts_of_pdf}[kind]
    for place, text in texts(content, words):
        bare = _bare(text)
        if any(holds(text, each) or (_bare(each) or each) in bare for each in words):
            raise _still_there(place)


def _bare(text: str) -> str:
    """Letters, digits and signs alone, by a rule that the search had no part in: no marks, spaces, invisible ones."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in plain if unicodedata.category(letter)[0] not in "MZC")


def _still_there(place: str) -> RedactionRefused:
    return RedactionRefused(_("The copy still has a marked word (%(place)s): it is not handed out.") % {"place": place})


def _check_bytes(content: bytes, words: Sequence[str], place: str) -> None:
    if bytes_hold(content, words):
        raise _still_there(place)


def _check_only(found: set[str], allowed: set[str]) -> None:
    if found - allowed:
        problem = _("The copy has parts that no copy should have (%(parts)s): it is not handed out.")
        raise RedactionRefused(problem % {"parts": ", ".join(sorted(found - allowed))})


def _texts_of_text(content: bytes, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield "text", content.decode()


def _texts_of_docx(content: bytes, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    import docx

    _check_bytes(content, words, "bytes")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        _check_only({name for name in archive.namelist() if not _PARTS.fullmatch(name)}, set())
        for name in archive.namelist():
            part = archive.read(name)
            _check_bytes(part, words, name)
            yield name, re.sub(r"<[^>]*>", "", part.decode())
            yield name, "\n".join(re.findall(r'w:(?:styleId|ascii|hAnsi|eastAsia|cs)="([^"]*)"', part.decode()))
    yield "python-docx", "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)


def _texts_of_pdf(content: bytes, words: Sequence[str]) -> Iterator[tuple[str, str]]:
    import pdfplumber
    from pypdf import PdfReader

    _check_bytes(content, words, "bytes")
    reader = PdfReader(io.BytesIO(content))
    _check_only(set(reader.root_object), _CATALOG)
    _check_only({str(key) for key in reader.trailer if key in {"/Info", "/Encrypt", "/Prev"}}, set())
    for number, page in enumerate(reader.pages, 1):
        _check_only(set(page), _PAGE)
        yield f"pypdf, {number}", page.extract_text()
    for stream in _streams(reader):
        _check_bytes(stream.get_data(), words, "streams")
    with pdfplumber.open(io.BytesIO(content)) as document:
        for number, plumbed in enumerate(document.pages, 1):
            yield f"pdfplumber, {number}", "".join(each["text"] for each in plumbed.chars)
            plumbed.close()


def _streams(reader: Any) -> Iterator[Any]:
    """All streams but the pictures, which were drawn here and hold numbers that may look like anything."""
    from pypdf.generic import IndirectObject, StreamObject

    for generation, table in reader.xref.items():
        for number in table:
            item = reader.get_object(IndirectObject(number, generation, reader))
            if isinstance(item, StreamObject) and item.get("/Subtype") != "/Image":
                yield item
