"""Contents: lists and single ones."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from disclosure_pages.pages.text import plain_text
from disclosure_pages.tree.models import DisclosurePage

from .addresses import api_address, page_address, with_absolute_addresses
from .cursors import after_cursor, cursor_of
from .queries import narrow
from .rendering import header_fields, prose_html
from .schemas import ContentDetailSchema, ContentListSchema, ContentQuery, ProblemSchema

router = Router(tags=["contents"])
#: What the database keeps as a key; asked for a larger one, SQLite fails.
MAX_KEY = 2**63 - 1


@router.get(
    "/contents",
    response={200: ContentListSchema, 422: ProblemSchema},
    url_name="contents",
    summary="Public contents, newest first",
)
def list_contents(request: HttpRequest, asked: Query[ContentQuery]) -> dict[str, Any]:
    """What the public listings show, in their order."""
    narrowing = narrow(district=asked.district, column=asked.column, unit=asked.unit, year=asked.year)
    pages = narrowing.contents().select_related("district", "unit", "column", "content_type")
    if asked.after is not None:
        pages = after_cursor(pages, asked.after)
    found = list(pages[: asked.size + 1])
    shown, more = found[: asked.size], found[asked.size :]
    following = {**asked.dict(), "after": cursor_of(shown[-1])} if more else {}
    return {
        "total": narrowing.total(),
        "items": [_content(request, page) for page in shown],
        "next": api_address(request, "contents", **following) if more else None,
    }


@router.get(
    "/contents/{content_id}",
    response={200: ContentDetailSchema, 404: ProblemSchema, 422: ProblemSchema},
    url_name="content",
    summary="One public content in full",
)
def get_content(request: HttpRequest, content_id: int) -> dict[str, Any]:
    """A content with its header fields, its text as HTML and plain, and its files."""
    if not 0 < content_id <= MAX_KEY:
        content_id = 0
    rows = DisclosurePage.objects.public().select_related("district", "unit", "column", "content_type")
    row = get_object_or_404(rows, pk=content_id)
    page = row.specific
    html = with_absolute_addresses(request, prose_html(page, request))
    return {
        **_content(request, row),
        "fields": header_fields(page),
        "html": html,
        "text": plain_text(html),
        "attachments": [_attachment(request, item) for item in page.attachments.select_related("document")],
    }


def _content(request: HttpRequest, page: DisclosurePage) -> dict[str, Any]:
    return {
        "id": page.pk,
        "kind": page.content_type.model,
        "title": page.title,
        "published_on": page.published_on,
        "district": page.district.slug,
        "unit": page.unit.code,
        "unit_name": page.unit.name,
        "column": page.column.column_id,
        "attribute": page.attribute,
        "url": page_address(request, page.url_path),
        "detail_url": api_address(request, "content", page.pk),
    }


def _attachment(request: HttpRequest, item: Any) -> dict[str, Any]:
    document = item.document
    return {
        "title": str(item),
        "file_name": document.filename,
        "content_type": document.content_type,
        "size": document.get_file_size(),
        "sha256": document.get_file_hash(),
        "url": request.build_absolute_uri(document.url),
    }
