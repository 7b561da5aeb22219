"""An interpretation as readers see it: its documents with their legal force, and what its form consists of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from disclosure_pages.documents.models import ForcePeriod, PolicyDocument
from disclosure_pages.documents.querysets import on_day
from disclosure_pages.library.rules import DOCUMENTS
from disclosure_pages.public.cache.scope import keep
from disclosure_pages.public.contexts.content import content_context
from disclosure_pages.public.links import Links

from .models import Interpretation


@dataclass(frozen=True, kw_only=True)
class DocumentLink:
    """A document as the page names it; without an address it is not public yet, and only a preview shows it."""

    title: str
    number: str
    url: str = ""
    force: str = ""
    force_label: str = ""


def interpretation_context(page: Interpretation, request: HttpRequest) -> dict[str, Any]:
    """What every content has, and the parts of an interpretation."""
    context = content_context(page, request)
    if page.is_public:  # the legal force of its documents may change from any district
        keep(request, district_id=page.district_id, also=(DOCUMENTS,))
    own = [(_("Form"), str(page.get_form_display())), (_("Interpreted by"), page.interpreter)]
    return {
        **context,
        "header_rows": [*context["header_rows"][:1], *own, *context["header_rows"][1:]],
        "interpreted": document_links(page, request),
        "charts": page.charts.select_related("image"),
        "questions": page.questions.all(),
        "video": page.video_file,
        "shows_video": page.video_file is not None and page.video_file.content_type.startswith("video/"),
    }


def document_links(page: Interpretation, request: HttpRequest) -> list[DocumentLink]:
    """The interpreted documents in the authors' order: those that are public, and in a preview the others too."""
    links, keys = Links(request), [row.document_id for row in page.documents.all() if row.document_id]
    periods = ForcePeriod.objects.filter(record__page__in=keys, is_public=True, **on_day(timezone.localdate()))
    found = {period.record.page_id: _public(period, links) for period in periods.select_related("record__page")}
    if getattr(request, "is_preview", False):
        for document in PolicyDocument.objects.filter(pk__in=keys).exclude(pk__in=found):
            found[document.pk] = DocumentLink(title=document.draft_title, number=document.number)
    return [found[key] for key in keys if key in found]


def _public(period: ForcePeriod, links: Links) -> DocumentLink:
    record = period.record
    return DocumentLink(
        title=record.title,
        number=record.number,
        url=links.to(record.page.url_path) if record.page is not None else "",
        force=period.force,
        force_label=str(period.get_force_display()),
    )
