"""What a page says, as passages under their headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from wagtail.blocks import StreamValue
from wagtail.fields import RichTextField, StreamField

from disclosure_pages.pages.prose import ProseField
from disclosure_pages.tree.models import DisclosurePage
from search.documents import Passage

from .fields import SearchedRows, searched_fields
from .prose import passages_of_html, passages_of_stream, text_of
from .rows import Rows


def passages_of(page: DisclosurePage, rows: Rows) -> tuple[Passage, ...]:
    """Passages of the searched fields and child rows of ``page``. A section of rich text is under its field's name."""
    kind: Any = type(page)  # the checker takes Django's classes for unhashable
    searched = searched_fields(kind)
    found = [passage for field in searched.fields for passage in _of_field(field, getattr(page, field.attname))]
    for declared in searched.rows:
        found.extend(_of_rows(declared, rows[declared.relation.name].get(page.pk, ())))
    return tuple(found)


def _of_field(field: Any, value: Any) -> Iterable[Passage]:
    if not value:
        return ()
    if isinstance(field, ProseField) and isinstance(value, StreamValue):
        return passages_of_stream(value)
    if isinstance(field, StreamField):
        return [Passage("\n".join(field.get_searchable_content(value)))]
    if isinstance(field, RichTextField):
        return passages_of_html(value, heading=str(field.verbose_name))
    return [Passage(str(value).strip())]


def _of_rows(declared: SearchedRows, rows: Iterable[Any]) -> Iterator[Passage]:
    """A passage a row; its first field is its heading where a text follows, as the question of an answer does."""
    for row in rows:
        texts = [text_of(str(getattr(row, name) or "")) for name in declared.names]
        first, *others = [text for text in texts if text] or [""]
        if others:
            yield Passage("\n".join(others), first)
        elif first:
            yield Passage(first, str(declared.relation.related_model._meta.verbose_name_plural))
