"""A page of content of any kind, public or in a preview."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Any

from django.http import HttpRequest
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from disclosure_pages.pages.models import SystemPage
from disclosure_pages.public.breadcrumbs import column_crumbs, without_address
from disclosure_pages.public.cache.scope import keep
from disclosure_pages.public.links import Links
from disclosure_pages.public.meta_tags import column_meta, content_meta
from disclosure_pages.public.neighbours import neighbours_of
from disclosure_pages.public.place import unit_and_place
from disclosure_pages.public.plain import plain_texts
from disclosure_pages.public.rules import ATTRIBUTE_LINES
from disclosure_pages.public.skeleton import site_meta, skeleton
from disclosure_pages.tree.models import DisclosurePage

# Fields that stand in the head of the content, whichever kind has them.
HEADER_FIELDS = (
    "document_number",
    "number",
    "held_on",
    "place",
    "service",
    "regulator",
    "source",
    "formed_on",
    "issued_on",
    "published_on",
    "attribute",
)


def content_context(page: DisclosurePage, request: HttpRequest) -> dict[str, Any]:
    """What stands around the content. A preview of a page that was never saved gets the place that it would take."""
    if page.column_id is None:
        page.take_place()
    links = Links(request)
    column = page.column
    unit, place = unit_and_place(page.unit_id)
    if page.is_public:
        keep(request, district_id=page.district_id)
    url = links.canonical(page.url_path)
    meta_tags = [
        *site_meta(place, links=links, url_path=page.url_path),
        *column_meta(column, place=place),
        *content_meta(page, column=column, unit=unit, url=url),
    ]
    crumbs = column_crumbs(column, links=links)
    return {
        **skeleton(
            request,
            links=links,
            place=place,
            title=page.title,
            unit_id=page.unit_id,
            crumbs=without_address(crumbs, title=pgettext("of a page", "Text")),
            meta_tags=meta_tags,
            canonical_url=url,
        ),
        "column": column,
        "column_url": links.to(column.url_path),
        "header_rows": header_rows(page, unit=unit),
        "attachments": page.attachments.select_related("document"),
        "attribute_line": ATTRIBUTE_LINES.get(page.attribute, ""),
        "neighbours": neighbours_of(page, links=links),
        "plain_texts": partial(plain_texts, page),
    }


def system_context(page: SystemPage, request: HttpRequest) -> dict[str, Any]:
    """The rules with their files, in one query."""
    return {**content_context(page, request), "rules": page.rules.select_related("document")}


def header_rows(page: DisclosurePage, *, unit: str) -> list[tuple[str, str]]:
    """Label and value of what is known about the content; what is not stated is left out."""
    stated = [(name, _shown(page, name)) for name in HEADER_FIELDS if hasattr(page, name)]
    rows = [(capfirst(page._meta.get_field(name).verbose_name), value) for name, value in stated]
    rows.insert(0, (_("Responsible unit"), unit))
    return [(label, value) for label, value in rows if value]


def _shown(page: DisclosurePage, name: str) -> str:
    value = getattr(page, name)
    if isinstance(value, dt.date):
        return date_format(value, "Y-m-d")
    display = getattr(page, f"get_{name}_display", None)
    return str(display() if display and value else value or "")
