"""What a kind of page asks before publication, by whichever door the content came in."""

from __future__ import annotations

from typing import Any

import pytest

from disclosure_pages.pages import models
from disclosure_pages.pages.gates import publication_gate
from plugins.findings import GateRequest, Stage
from tests.factories.kinds import KINDS, make_complete
from tests.factories.media import make_document, make_image
from tests.factories.pages import make_draft
from tests.factories.tree import make_section

pytestmark = pytest.mark.django_db


def codes_of(page: Any) -> list[tuple[str, str]]:
    found = publication_gate(GateRequest(page=page, stage=Stage.SUBMIT))
    return [(finding.code.removeprefix("gongkai."), finding.field) for finding in found]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_complete_page_of_every_kind_passes(kind: type[models.Content]) -> None:
    assert codes_of(make_complete(kind)) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.required_children], ids=lambda kind: kind.__name__)
def test_page_without_the_rows_that_it_needs_is_found(kind: type[models.Content]) -> None:
    page, (relation,) = make_complete(kind), kind.required_children
    getattr(page, relation).set([])
    assert codes_of(page) == [("children.missing", relation)]


def test_row_without_a_required_field_is_found() -> None:
    page = make_complete(models.GuidePage)
    page.offices.first().phone = ""
    assert codes_of(page) == [("children.incomplete", "offices")]


def test_rows_whose_file_is_gone_are_found() -> None:
    page, kept, lost = make_draft(), make_document(), make_document()
    page.attachments.set([models.Attachment(document=kept), models.Attachment(document=lost)])
    lost.delete()
    assert codes_of(page) == [("children.incomplete", "attachments")]


def test_picture_needs_words_unless_it_is_decoration() -> None:
    figure = models.Article._meta.get_field("body").stream_block.child_blocks["figure"]
    image = {"image": make_image().pk, "alt_text": " ", "decorative": False}
    page = make_draft(body=[("figure", figure.to_python({"image": image, "caption": ""}))])
    assert codes_of(page) == [("picture.without_alternative", "body")]
    page.body = [("figure", figure.to_python({"image": {**image, "decorative": True}, "caption": ""}))]
    assert codes_of(page) == []


def test_address_that_another_page_took_meanwhile_is_found() -> None:
    section = make_section()
    page = make_draft("招生公告", section=section)
    page.slug = make_draft("别的", section=section).slug
    assert codes_of(page) == [("address.taken", "slug")]
