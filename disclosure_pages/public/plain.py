"""Content whose kind is off or gone, as every kind can be shown: its texts and rows, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst
from wagtail.fields import RichTextField, StreamField

from disclosure_pages.tree.models import DisclosurePage

_OF_EVERY_KIND = frozenset(field.name for field in DisclosurePage._meta.get_fields())


@dataclass(frozen=True)
class PlainText:
    """Something under its label: ``html`` of an author's prose, ``stream`` of it, or ``lines`` of text."""

    label: str
    html: str = ""
    stream: Any = None
    lines: tuple[str, ...] = ()


def plain_texts(page: DisclosurePage) -> list[PlainText]:
    """The texts of the kind's own fields, then its child rows; nothing for a kind that is not installed any more."""
    own = [field for field in page._meta.concrete_fields if _is_shown(page, field)]
    texts = [_text(field, getattr(page, field.attname)) for field in own]
    return [text for text in (*texts, *_rows(page)) if text.html or text.stream or text.lines]


def _is_shown(page: DisclosurePage, field: Any) -> bool:
    left_out = _OF_EVERY_KIND | page.internal_fields | page.bookkeeping_fields
    return field.name not in left_out and isinstance(field, models.CharField | models.TextField | StreamField)


def _text(field: Any, value: Any) -> PlainText:
    label = capfirst(str(field.verbose_name))
    if isinstance(field, StreamField):
        return PlainText(label, stream=value)
    if isinstance(field, RichTextField):
        return PlainText(label, html=value or "")
    return PlainText(label, lines=tuple(str(value or "").splitlines()))


def _rows(page: DisclosurePage) -> Iterator[PlainText]:
    relations = page.child_relations() if hasattr(page, "child_relations") else ()
    for relation in relations:
        if relation.name not in _OF_EVERY_KIND:
            rows = getattr(page, relation.get_accessor_name()).all()
            label = capfirst(str(relation.related_model._meta.verbose_name_plural))
            yield PlainText(label, lines=tuple(str(row) for row in rows))
