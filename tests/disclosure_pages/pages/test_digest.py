"""A clearance is bound to a digest, so the digest of what was reviewed must be that of what is public."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from wagtail.fields import StreamField

from disclosure_pages.clearance.digest import content_digest
from disclosure_pages.pages.models import Content
from disclosure_pages.tree.models import DisclosurePage
from tests.factories.kinds import CHILDREN, KINDS, make_complete
from tests.factories.media import make_document, replace_bytes, text_bytes
from tests.factories.pages import publish

pytestmark = pytest.mark.django_db
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)


def stored(page: Any) -> Any:
    return type(page).objects.get(pk=page.pk)


def own_fields(model: type[Any]) -> list[Any]:
    """Fields that authors fill in; what the base class says is the gate's business."""
    inherited = set(DisclosurePage._meta.get_fields())
    fields = [field for field in model._meta.concrete_fields if field.editable and not field.primary_key]
    return [field for field in fields if field not in inherited and field.name not in {"page", "sort_order"}]


def other_value(field: Any, value: Any) -> Any:
    """A value of the field's type that differs from ``value``."""
    if field.is_relation:
        return make_document()
    if field.get_internal_type() == "DateField":
        return (value or dt.date(2026, 1, 1)) + dt.timedelta(days=1)
    if field.choices:
        return next(choice for choice, _label in field.choices if choice not in {value, ""})
    return "<p>别的</p>" if isinstance(field, StreamField) else f"{value}改"


@each_kind
def test_digest_of_the_draft_is_that_of_the_published_page(kind: type[Content]) -> None:
    draft = make_complete(kind)
    reviewed = content_digest(draft.get_latest_revision_as_object())
    public = publish(draft)
    assert public.live
    assert content_digest(stored(public)) == reviewed
    assert content_digest(stored(public).get_latest_revision_as_object()) == reviewed


@each_kind
def test_public_page_that_was_rendered_can_be_saved_unchanged(kind: type[Content]) -> None:
    page = stored(publish(make_complete(kind)))
    assert all(str(block) for block in getattr(page, "body", ()))
    page.save()
    assert stored(page).live


@each_kind
def test_digest_covers_every_field(kind: type[Content]) -> None:
    page = make_complete(kind)
    digests = [content_digest(page)]
    for field in own_fields(kind):
        setattr(page, field.name, other_value(field, getattr(page, field.name)))
        digests.append(content_digest(page))
    assert len(set(digests)) == 1 + len(own_fields(kind))


@each_kind
def test_digest_covers_every_field_of_children(kind: type[Content]) -> None:
    page = make_complete(kind)
    for relation in CHILDREN[kind]():
        child = getattr(page, relation).first()
        for field in own_fields(type(child)):
            before = content_digest(page)
            setattr(child, field.name, other_value(field, getattr(child, field.name)))
            assert content_digest(page) != before, (relation, field.name)


@each_kind
def test_digest_covers_order_and_number_of_children(kind: type[Content]) -> None:
    page = make_complete(kind)
    for relation in CHILDREN[kind]():
        before, children = content_digest(page), list(getattr(page, relation).all())
        getattr(page, relation).set(children[:-1])
        assert content_digest(page) != before, relation


def test_digest_covers_the_order_of_attachments() -> None:
    page = make_complete(KINDS[0])
    before, (first, second) = content_digest(page), page.attachments.all()
    first.sort_order, second.sort_order = 1, 0
    assert content_digest(page) != before


def test_digest_covers_the_bytes_of_files_in_prose_and_attachments() -> None:
    page = make_complete(KINDS[0])
    before = content_digest(page)
    replace_bytes(page.attachments.first().document, text_bytes())
    assert content_digest(page) != before


def test_digest_ignores_the_keys_of_blocks() -> None:
    page = make_complete(KINDS[0])
    before = content_digest(page)
    page.body = [(block.block_type, block.value) for block in page.body]
    assert content_digest(page) == before
