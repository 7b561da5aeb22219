"""Parts of a document below its address: legal force, editions, feed, files. All of them of public documents only."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.library.rules import EDITIONS, FORCE
from disclosure_pages.public.contexts.content import content_context
from disclosure_pages.public.skeleton import Crumb

from .asking import answer, law_as_known, parse_question
from .comparing import compare_editions, parse_pair
from .context import DocumentView, keep_document, shared_context, view_document
from .feed import document_feed
from .law import Law
from .timeline import draw_timeline


def force_page(page: PolicyDocument, request: HttpRequest) -> HttpResponse:
    """The legal force on any day, as known today or as it was known on another day."""
    question = parse_question(request.GET)
    view = view_document(page, request)
    law: Law | None = view.law
    if question.known is not None and view.record is not None:
        law = law_as_known(view.record, known=question.known, today=view.law.today, links=view.links)
    context = {
        "shown": law,
        "shown_timeline": draw_timeline(law.periods, today=view.law.today) if law is not None else None,
        "question": question,
        "answer": answer(question, law=view.law, record=view.record, links=view.links),
        "is_indexed": not question.is_asked,
    }
    return _render(request, view, "force", title=_("Legal force on any day"), part=FORCE, **context)


def editions_page(page: PolicyDocument, request: HttpRequest) -> HttpResponse:
    """Every text that was public, and any two of them compared."""
    view = view_document(page, request)
    pair = parse_pair(view.editions, old=request.GET.get("old", ""), new=request.GET.get("new", ""))
    redline = compare_editions(page, pair) if pair else None
    context = {"editions": view.editions, "redline": redline, "is_indexed": not request.GET}
    return _render(request, view, "editions", title=_("Editions"), part=EDITIONS, **context)


def feed(page: PolicyDocument, request: HttpRequest) -> HttpResponse:
    """Changes of the document."""
    view = view_document(page, request)
    keep_document(view, request)
    return HttpResponse(document_feed(view), content_type="application/atom+xml; charset=utf-8")


def _render(
    request: HttpRequest, view: DocumentView, name: str, *, title: str, part: str, **context: Any
) -> HttpResponse:
    base = content_context(view.page, request)
    keep_document(view, request)
    shared = shared_context(view)
    crumbs = [*base["crumbs"][:-1], Crumb(view.page.title, shared["page_url"]), Crumb(title)]
    return render(
        request,
        f"gongkai_library/{name}.html",
        {
            **base,
            **shared,
            "page": view.page,
            "title": title,
            "page_title": f"{title}_{base['page_title']}",
            "canonical_url": f"{view.url}{part}/",
            "return_path": shared["page_url"],
            "crumbs": crumbs,
            **context,
        },
    )
