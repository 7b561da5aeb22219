"""The digest that binds a clearance to exactly one content.

It covers every field that readers see, child objects in their order, and the bytes of the files in use; it leaves out
keys, tree paths, dates of housekeeping and what was decided about the page.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import Page

from disclosure_pages.media.references import file_hashes
from disclosure_pages.tree.models import DisclosurePage
from disclosure_pages.tree.models.content import BOOKKEEPING, DECIDED_FIELDS, PLACE_FIELDS

VERSION = "1"
CONTENT_OF_BASE_PAGE = frozenset({"title", "slug", "seo_title", "search_description"})
KEYS_OF_CHILDREN = frozenset({"pk", "id", "page", "sort_order"})


@cache
def housekeeping() -> frozenset[str]:
    """Names that are never content, on any page. Worked out late: forms load this module before models are ready."""
    of_base_page = frozenset(field.name for field in Page._meta.get_fields()) - CONTENT_OF_BASE_PAGE
    return of_base_page | BOOKKEEPING | {*PLACE_FIELDS, *DECIDED_FIELDS}


def content_of(page: DisclosurePage) -> dict[str, Any]:
    """What readers see of this version of ``page``, as plain data without keys and housekeeping."""
    left_out = housekeeping() | page.bookkeeping_fields
    data = page.serializable_data()
    pointers = {field.name for field in page._meta.parents.values() if field is not None}
    return {
        name: _without_keys(value)
        for name, value in sorted(data.items())
        if name not in left_out and name not in pointers and name != "pk"
    }


def _without_keys(value: Any) -> Any:
    if isinstance(value, list) and value and all(isinstance(item, dict) and "pk" in item for item in value):
        ordered = sorted(value, key=lambda child: child.get("sort_order") or 0)
        return [{name: item for name, item in child.items() if name not in KEYS_OF_CHILDREN} for child in ordered]
    return value


def content_digest(page: DisclosurePage) -> str:
    """SHA-256 over kind, content and files of this version of ``page``, as 64 hexadecimal digits."""
    text = json.dumps(
        [VERSION, page._meta.label_lower, content_of(page), sorted(file_hashes(page).items())],
        cls=DjangoJSONEncoder,
        ensure_ascii=False,
        sort_keys=True,
    )
    return hashlib.sha256(text.encode()).hexdigest()
