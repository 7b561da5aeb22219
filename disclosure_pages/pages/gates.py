"""What the kinds of page themselves ask before publication.

A draft may be saved half-written and content also comes in by the API, so what the editor's form asks is asked here
again: child rows complete, pictures with an alternative text, an address that nobody else has by now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.fields import StreamField

from disclosure_pages.tree.keys import foreign_keys, living_keys
from plugins.findings import Finding, GateRequest
from plugins.hookspecs import hookimpl

from .models import Content


@hookimpl
def publication_gate(request: GateRequest) -> list[Finding]:
    """Children complete, pictures described, address free."""
    page = request.page
    if not isinstance(page, Content):
        return []
    return [*_children(page), *_pictures(page), *_address(page)]


def _children(page: Content) -> Iterator[Finding]:
    for relation in page.child_relations():
        rows = list(getattr(page, relation.name).all())
        if not rows and relation.name in page.required_children:
            yield Finding(
                code="gongkai.children.missing",
                field=relation.name,
                message=_("%(rows)s: none is given.") % {"rows": relation.related_model._meta.verbose_name_plural},
                remedy=_("Add at least one in the editor."),
            )
        living = _living_targets(relation, rows)
        for number, row in enumerate(rows, start=1):
            yield from _row(relation, row, number, living)


def _living_targets(relation: Any, rows: list[Any]) -> dict[Any, set[Any]]:
    """For each key that a row may hold: which of the targets that the rows name can be chosen. A query each."""
    found = {}
    for field in foreign_keys(relation.related_model):
        keys = {getattr(row, field.attname) for row in rows} - {None}
        if keys and field != relation.field:
            choices = field.remote_field.model._base_manager.complex_filter(field.get_limit_choices_to())
            found[field] = living_keys(field, keys, among=choices)
    return found


def _row(relation: Any, row: Any, number: int, living: dict[Any, set[Any]]) -> Iterator[Finding]:
    # What was found to be there need not be looked up again row by row.
    settled = [field.name for field, keys in living.items() if getattr(row, field.attname) in keys]
    try:
        row.clean_fields(exclude=[relation.field.name, row._meta.pk.name, *settled])
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            yield Finding(
                code="gongkai.children.incomplete",
                field=relation.name,
                message=_("%(row)s %(number)d, %(field)s: %(problem)s")
                % {
                    "row": row._meta.verbose_name,
                    "number": number,
                    "field": row._meta.get_field(name).verbose_name,
                    "problem": " ".join(messages),
                },
                remedy=_("Fill it in in the editor."),
            )


def _pictures(page: Content) -> Iterator[Finding]:
    for field in page._meta.get_fields():
        if not isinstance(field, StreamField):
            continue
        figures = (block.value["image"] for block in getattr(page, field.name) if block.block_type == "figure")
        for title in _undescribed(figures):
            yield Finding(
                code="gongkai.picture.without_alternative",
                field=field.name,
                message=_("The picture “%(title)s” has no alternative text.") % {"title": title},
                remedy=_("Describe in words what it shows, or mark it as decoration."),
            )


def _undescribed(images: Iterable[Any]) -> Iterator[str]:
    for image in images:
        if image is not None and not image.decorative and not (image.contextual_alt_text or "").strip():
            yield image.title


def _address(page: Content) -> Iterator[Finding]:
    if page.has_rival():
        yield Finding(
            code="gongkai.address.taken",
            field="slug",
            message=_("Another page of this column has the address “%(slug)s” by now.") % {"slug": page.slug},
            remedy=_("Choose another address in the editor."),
        )
