"""The digest that binds a clearance to exactly one content.

It covers every field that readers see, child objects in their order, and the bytes of the files in use; it leaves out
keys, tree paths, dates of housekeeping and what was decided about the page.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from functools import cache
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.api.conf import get_model_field
from wagtail.fields import StreamField
from wagtail.models import Page

from disclosure_pages.media.references import file_hashes
from disclosure_pages.tree.models import DisclosurePage
from disclosure_pages.tree.models.content import BOOKKEEPING, DECIDED_FIELDS, PLACE_FIELDS

VERSION = "1"
CONTENT_OF_BASE_PAGE = frozenset({"title", "slug", "seo_title", "search_description"})
KEYS_OF_CHILDREN = frozenset({"pk", "id", "sort_order"})
BLOCK = {"type", "value", "id"}


@cache
def housekeeping() -> frozenset[str]:
    """Names that are never content, on any page. Worked out late: forms load this module before models are ready."""
    of_base_page = frozenset(field.name for field in Page._meta.get_fields()) - CONTENT_OF_BASE_PAGE
    return of_base_page | BOOKKEEPING | {*PLACE_FIELDS, *DECIDED_FIELDS}


def content_of(page: DisclosurePage) -> dict[str, Any]:
    """What readers see of this version of ``page``, as plain data without keys and housekeeping."""
    pointers = {field.name for field in page._meta.parents.values() if field is not None}
    left_out = housekeeping() | page.bookkeeping_fields | pointers | {"pk"}
    return _readable(type(page), page.serializable_data(), left_out)


def _readable(model: type[Any], data: dict[str, Any], left_out: Collection[str]) -> dict[str, Any]:
    fields = {name: get_model_field(model, name) for name in sorted(data) if name not in left_out}
    return {name: _value(field, data[name]) for name, field in fields.items()}


def _value(field: Any, value: Any) -> Any:
    if isinstance(field, StreamField):
        return _without_block_ids(json.loads(value))
    if field.one_to_many:
        children = sorted(value, key=lambda child: child.get("sort_order") or 0)
        return [_readable(field.related_model, child, {*KEYS_OF_CHILDREN, field.field.name}) for child in children]
    return value


def _without_block_ids(value: Any) -> Any:
    """Blocks get their keys when they are first stored, so the same prose may carry them or not."""
    if isinstance(value, list):
        return [_without_block_ids(item) for item in value]
    if isinstance(value, dict):
        is_block = value.keys() == BLOCK
        return {name: _without_block_ids(item) for name, item in value.items() if not (is_block and name == "id")}
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
