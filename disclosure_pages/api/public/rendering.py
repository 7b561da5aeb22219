"""A content as the reader's page shows it, without the frame around it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Field
from django.http import HttpRequest
from django.template import Context, Template
from django.template.loader import get_template
from django.template.loader_tags import BlockNode, ExtendsNode
from wagtail.fields import RichTextField, StreamField

PROSE_BLOCK = "prose"
FACT_TYPES = (str, int, dt.date, bool, type(None))


def prose_html(page: Any, request: HttpRequest) -> str:
    """The block ``prose`` of the page's own template, so that machines read what people read."""
    template: Any = get_template(page.get_template(request)).template  # type: ignore[attr-defined]
    block = _block(template)
    if block is None:
        return ""
    context = Context(page.get_context(request))
    with context.bind_template(template):
        return str(block.nodelist.render(context)).strip()


def _block(template: Template) -> BlockNode | None:
    nodes: Any = template.nodelist.get_nodes_by_type(ExtendsNode)
    for node in nodes:
        if PROSE_BLOCK in node.blocks:
            return node.blocks[PROSE_BLOCK]
    return None


def header_fields(page: Any) -> dict[str, str | None]:
    """Fields of this kind that are facts rather than prose: number, source, days."""
    hidden = page.bookkeeping_fields | page.internal_fields
    own = [field for field in page._meta.local_fields if isinstance(field, Field) and field.name not in hidden]
    own = [field for field in own if not field.is_relation]
    facts = [field for field in own if not isinstance(field, RichTextField | StreamField)]
    values = {field.name: field.value_from_object(page) for field in facts}
    return {name: _as_text(value) for name, value in values.items() if isinstance(value, FACT_TYPES)}


def _as_text(value: Any) -> str | None:
    if value in (None, ""):
        return None
    return value.isoformat() if isinstance(value, dt.date) else str(value)
