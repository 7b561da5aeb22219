"""What a revision says is read again as it was, unless what it points at is gone."""

from __future__ import annotations

from typing import Any

import pytest

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.pages.models import Article, Attachment
from disclosure_pages.tree.acts import editorial_act
from tests.factories.documents import document_section, make_document_draft
from tests.factories.media import make_document
from tests.factories.pages import make_draft

pytestmark = pytest.mark.django_db


def latest(page: Any) -> Any:
    return page.specific_class.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_rows_are_read_in_their_order_with_their_keys() -> None:
    section = document_section()
    targets = [make_document_draft(section=section) for _number in range(3)]
    rows = [{"kind": "amends", "target": target} for target in reversed(targets)]
    draft = latest(make_document_draft(section=section, relations=rows))
    assert [row.target_id for row in draft.stated_relations.all()] == [target.pk for target in reversed(targets)]


def test_row_whose_document_was_deleted_keeps_its_words() -> None:
    section = document_section()
    target, other = make_document_draft(section=section), make_document_draft(section=section)
    rows = [{"kind": "amends", "target": target, "target_title": "旧办法"}, {"kind": "amends", "target": other}]
    page = make_document_draft(section=section, relations=rows)
    with editorial_act("delete"):
        PolicyDocument.objects.get(pk=target.pk).delete()
    found = [(row.target_id, row.target_title) for row in latest(page).stated_relations.all()]
    assert found == [(None, "旧办法"), (other.pk, "")]


def test_row_that_was_nothing_but_a_deleted_file_is_gone() -> None:
    page, kept, lost = make_draft(kind=Article), make_document(title="甲"), make_document(title="乙")
    page.attachments.set([Attachment(document=kept), Attachment(document=lost)])
    page.save_revision(user=page.owner)
    lost.delete()
    assert [row.document_id for row in latest(page).attachments.all()] == [kept.pk]
