"""A marked word in content that is not public never reaches an engine."""

from __future__ import annotations

import pytest

from disclosure_pages.interpretations.models import InterpretationPlan
from disclosure_pages.media.models import FileText
from disclosure_pages.media.texts.keeping import text_of
from disclosure_pages.pages.models import Attachment
from search.domain.rebuilding import rebuild
from search.outbox.work import work
from tests.factories.canary import WORD, make_marked_draft
from tests.factories.documents import document_section, make_policy_document
from tests.factories.interpretations import make_interpretation_draft
from tests.factories.media import make_document
from tests.factories.pages import make_changed_draft, make_draft, publish, submit
from tests.search.acts import delete, withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture
def section(engine):
    """Where the word is said; somebody else has published something there."""
    place = document_section()
    make_policy_document("公开的办法", section=place)
    return place


def is_said(engine) -> bool:
    """Whether any index of the engine holds the word, also in what is not found any more; delivered and built anew."""
    work()
    delivered = [index.entries for index in engine.all.values()]
    rebuild(name="memory")
    assert len(engine.index.documents()) >= 1
    return WORD in repr([delivered, engine.index.entries])


def test_draft_is_not_said(engine, section):
    submit(make_marked_draft(section))

    assert not is_said(engine)


def test_public_document_is_said(engine, section):
    publish(make_marked_draft(section), reason="已核")

    assert is_said(engine)


@pytest.mark.parametrize("act", [withdraw, delete])
def test_content_that_has_left_is_not_said(engine, section, act):
    page = publish(make_marked_draft(section), reason="已核")
    work()
    act(page)

    assert not is_said(engine)


def test_later_draft_of_public_content_is_not_said(engine, section):
    page = make_policy_document("公开的细则", section=section)
    file = make_document(section, title=WORD, content=WORD.encode())
    text_of(file)
    draft = make_changed_draft(page, title=WORD, body=f"<p>{WORD}</p>", keywords=WORD).get_latest_revision_as_object()
    draft.attachments.set([Attachment(document=file, title=WORD)])
    draft.interpretation_plans.set([InterpretationPlan(form="text", outline=WORD)])
    draft.save_revision(user=draft.owner)

    assert not is_said(engine)


def test_file_that_is_read_late_is_not_said_for_a_draft(engine, section):
    make_marked_draft(section)
    for text in FileText.objects.all():
        text.save()

    assert not is_said(engine)


def test_interpretation_that_waits_is_not_said_of_its_document(engine, section):
    page = make_policy_document("公开的规定", section=section)
    make_interpretation_draft(page, title=WORD, section=section)

    assert not is_said(engine)


def test_reason_of_a_correction_is_not_said(engine, section):
    draft = make_draft(f"{WORD}旧题", section=section)
    page = publish(draft)
    work()
    publish(make_changed_draft(page, title="新题"))

    assert not is_said(engine)
