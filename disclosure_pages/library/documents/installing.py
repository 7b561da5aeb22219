"""Put the page of a document and its parts in their places when the process starts."""

from __future__ import annotations

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.library.rules import DOCX, EDITIONS, FEED, FORCE, PDF
from disclosure_pages.tree.presentation import install_context, install_part

from .context import document_context
from .exports.views import pdf_file, word_file
from .views import editions_page, feed, force_page


def install_documents() -> None:
    """Let the tree ask here about pages of documents."""
    install_context(PolicyDocument, document_context)
    install_part(PolicyDocument, FORCE, force_page)
    install_part(PolicyDocument, EDITIONS, editions_page)
    install_part(PolicyDocument, FEED, feed)
    install_part(PolicyDocument, PDF, pdf_file)
    install_part(PolicyDocument, DOCX, word_file)
