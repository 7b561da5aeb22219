"""What the public page of a document shows, in public and in a preview."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from disclosure_pages.documents.models import LegalRecord, PolicyDocument
from disclosure_pages.library.companions import companions_of
from disclosure_pages.library.models import Edition
from disclosure_pages.library.rules import DOCUMENTS, DOCX, EDITIONS, FEED, FORCE, PDF
from disclosure_pages.public.cache.scope import keep
from disclosure_pages.public.contexts.content import content_context
from disclosure_pages.public.links import Links
from disclosure_pages.public.rules import ATTRIBUTE_LINES

from .anchors import AnchoredText, anchor_text
from .asking import answer, parse_question
from .citing import citation, qr_svg
from .header import header_rows
from .law import Law, law_of
from .related import grouped
from .sequence import sequence_of
from .structured import json_ld, legislation
from .timeline import draw_timeline

PARTS = {"pdf": PDF, "docx": DOCX, "editions": f"{EDITIONS}/", "force": f"{FORCE}/", "feed": FEED}


@dataclass(frozen=True)
class DocumentView:
    """A document with what its pages and files have in common."""

    page: PolicyDocument
    record: LegalRecord | None
    law: Law
    editions: list[Edition]
    joint_issuers: list[str]
    links: Links

    @property
    def url(self) -> str:
        """Its one full address."""
        return self.links.canonical(self.page.url_path)

    @property
    def version(self) -> str:
        """The day of the present text, as an ISO day; blank before the first publication."""
        return timezone.localdate(self.editions[-1].published_at).isoformat() if self.editions else ""


def view_document(page: PolicyDocument, request: HttpRequest) -> DocumentView:
    """Read what the law says about ``page`` and which editions it has: a fixed number of queries."""
    links = Links(request)
    record = _record_of(page)
    is_preview = bool(getattr(request, "is_preview", False))
    law = law_of(record, page, links=links, is_preview=is_preview)
    editions = [*Edition.objects.of(page).without_text()] if page.pk else []
    issuers = [str(issuer) for issuer in page.joint_issuers.all()]
    return DocumentView(page=page, record=record, law=law, editions=editions, joint_issuers=issuers, links=links)


def _record_of(page: PolicyDocument) -> LegalRecord | None:
    """The record of ``page``; it brings kind and topic of both levels along, which the page has as well."""
    records = LegalRecord.objects.valid().select_related("kind__parent", "topic__parent")
    record = records.filter(page=page.pk).first() if page.pk else None
    if record is not None and (record.kind_id, record.topic_id) == (page.kind_id, page.topic_id):
        page.kind, page.topic = record.kind, record.topic
    return record


def document_context(page: PolicyDocument, request: HttpRequest) -> dict[str, Any]:
    """Everything around and in the text. Raises ``NoSuchListing`` (404) for a question about a day that is none."""
    question = parse_question(request.GET)
    base = content_context(page, request)
    view = view_document(page, request)
    keep_document(view, request)
    return {
        **base,
        **shared_context(view),
        **text_context(page),
        **_beside(view, base["place"]),
        "answer": answer(question, law=view.law, record=view.record, links=view.links),
    }


def keep_document(view: DocumentView, request: HttpRequest) -> None:
    """Let the answer be kept until something about documents changes, in whatever district."""
    if view.page.is_public:
        keep(request, district_id=view.page.district_id, also=(DOCUMENTS,))


def file_context(view: DocumentView) -> dict[str, Any]:
    """What files of the document show."""
    page = view.page
    return {
        **shared_context(view),
        **text_context(page),
        "page": page,
        "attribute_line": ATTRIBUTE_LINES.get(page.attribute, ""),
        "attachments": page.attachment_list,
        "attachments_heading": _("Attachments"),
    }


def shared_context(view: DocumentView) -> dict[str, Any]:
    """Header, force and timeline: also what files and the page about legal force show."""
    page, law = view.page, view.law
    here = view.links.to(page.url_path)
    return {
        "header_rows": header_rows(page, record=view.record, law=law, joint_issuers=view.joint_issuers),
        "law": law,
        "timeline": draw_timeline(law.periods, today=law.today),
        "parts": {name: here + part for name, part in PARTS.items()} if page.is_public else {},
        "page_url": here,
        "citation": citation(page, url=view.url),
        "qr": qr_svg(view.url),
    }


def text_context(page: PolicyDocument) -> dict[str, Any]:
    """The text with anchors and its table of contents."""
    text = anchored_body(page)
    return {"body": mark_safe(text.html), "contents": text.entries, "loose_articles": text.loose_articles}  # noqa: S308


def anchored_body(page: PolicyDocument) -> AnchoredText:
    """The body as blocks render it, with anchors."""
    return anchor_text(render_to_string("gongkai_library/document/body.html", {"page": page}))


def _beside(view: DocumentView, place: Any) -> dict[str, Any]:
    page, law = view.page, view.law
    data = legislation(
        page,
        law=law,
        url=view.url,
        place=place.district or place.city,
        version=view.version,
        issuers=[page.issuer, *view.joint_issuers],
    )
    return {
        "related": grouped(law.related),
        "sequence": sequence_of(law.related),
        "companions": companions_of(page, view.links) if page.pk else [],
        "editions": view.editions,
        "feed_url": view.links.to(page.url_path) + FEED if page.is_public else "",
        "structured": json_ld(data),
    }
