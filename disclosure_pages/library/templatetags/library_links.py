"""Links of the library's lists."""

from __future__ import annotations

from typing import Any

from django import template

from disclosure_pages.library.lists.query import LibraryQuery

register = template.Library()


@register.simple_tag
def library_query(query: LibraryQuery, **changes: Any) -> str:
    """The query string of ``query`` with ``changes``; never empty, so that it is a link by itself."""
    return query.address(**changes)
