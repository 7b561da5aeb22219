"""Meta tags of columns and of content, under the names of the standard for government sites (domain, §3)."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from disclosure_pages.tree.models import Column, DisclosurePage

from .place import Place
from .skeleton import Meta


def column_meta(column: Column, *, place: Place) -> list[Meta]:
    """Tags of a column, which its content carries as well."""
    description = column.description or _("%(column)s: information disclosed by %(organisation)s") % {
        "column": column.title,
        "organisation": place.organisation,
    }
    return [
        Meta("ColumnName", column.title),
        Meta("ColumnDescription", description),
        Meta("ColumnKeywords", column.keywords or column.title),
        Meta("ColumnType", column.get_purpose_display()),
    ]


def content_meta(page: DisclosurePage, *, column: Column, unit: str, url: str) -> list[Meta]:
    """Tags of a page of content; one that was never published has no ``PubDate`` yet."""
    tags = [
        Meta("ArticleTitle", page.title),
        Meta("PubDate", publication_time(page)),
        Meta("ContentSource", getattr(page, "source", "") or unit),
        Meta("Keywords", ",".join(dict.fromkeys([column.title, unit, *column.keywords.split()]))),
        Meta("Author", unit),
        Meta("Description", getattr(page, "description", "") or page.title),
        Meta("Url", url),
    ]
    return [tag for tag in tags if tag.content]


def publication_time(page: DisclosurePage) -> str:
    """``YYYY-MM-DD HH:MM`` in Asia/Shanghai. The day is what was decided; the time is known if Wagtail saw that day."""
    if page.published_on is None:
        return ""
    first = page.first_published_at and timezone.localtime(page.first_published_at)
    clock = f"{first:%H:%M}" if first and first.date() == page.published_on else "00:00"
    return f"{page.published_on:%Y-%m-%d} {clock}"
