"""Files of a public document. The page's own route has already answered 404 for everything that is not public."""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.library.documents.context import view_document
from disclosure_pages.library.documents.structured import TYPES
from disclosure_pages.library.rules import DOCX, PDF
from disclosure_pages.tree.models import DisclosurePage

from .pdf import ExportFailed, make_pdf, pdf_source
from .store import kept
from .word import make_word, word_source

RETRY_SECONDS = 20
LONGEST_NAME = 80


def pdf_file(page: PolicyDocument, request: HttpRequest) -> HttpResponseBase:
    """The document as PDF."""
    return answer_pdf(request, page, PDF, source=pdf_source(view_document(page, request)))


def word_file(page: PolicyDocument, request: HttpRequest) -> HttpResponseBase:
    """The document as DOCX."""
    view = view_document(page, request)
    version, content = kept(page, "docx", source=word_source(view), make=lambda: make_word(view))
    return answer_file(request, page, DOCX, kind=TYPES[DOCX], version=version, content=content)


def answer_pdf(request: HttpRequest, page: DisclosurePage, part: str, *, source: str) -> HttpResponseBase:
    """The PDF that ``source``, an HTML text, makes; 503 while it cannot be made."""
    try:
        version, content = kept(page, "pdf", source=source, make=lambda: make_pdf(source))
    except ExportFailed:
        message = _("The file cannot be made at the moment. Please try again in a minute, or print the page.")
        headers = {"Retry-After": str(RETRY_SECONDS)}
        return HttpResponse(message, status=503, content_type="text/plain; charset=utf-8", headers=headers)
    return answer_file(request, page, part, kind=TYPES[PDF], version=version, content=content)


def answer_file(
    request: HttpRequest, page: DisclosurePage, part: str, *, kind: str, version: str, content: bytes
) -> HttpResponseBase:
    """Browsers may keep the file but ask each time: tomorrow it may not be in force."""
    headers = {
        "Content-Disposition": disposition(page, part),
        "Content-Length": str(len(content)),
        "Cache-Control": "public, no-cache",
        "ETag": f'"{version}"',
        "X-Content-Type-Options": "nosniff",
    }
    response = HttpResponse(content, content_type=kind, headers=headers)
    return get_conditional_response(request, etag=headers["ETag"], response=response) or response


def disposition(page: DisclosurePage, part: str) -> str:
    """As a download named after the document: an ASCII name for old programs, the title for all others."""
    extension = part.rpartition(".")[2]
    title = "".join(sign for sign in page.title if sign.isprintable() and sign not in '\\/:*?"<>|')[:LONGEST_NAME]
    return f"attachment; filename=\"{page.slug}.{extension}\"; filename*=UTF-8''{quote(title)}.{extension}"
