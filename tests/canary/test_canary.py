"""A marked word in content that is not public appears in nothing that the public can get."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from django.utils import timezone

from disclosure_pages.clearance.domain.acts import delete_as_error, withdraw_content
from disclosure_pages.pages.models import Attachment
from tests.factories.documents import document_section, make_document_draft, make_policy_document
from tests.factories.media import make_document
from tests.factories.pages import approve_next, make_changed_draft, make_draft, make_published, proactive_ruling, submit
from tests.factories.people import make_person

from .crawler import crawl

pytestmark = pytest.mark.django_db(transaction=True)
WORD = "金丝雀甲乙丙丁"


@pytest.fixture
def section():
    return document_section()


@pytest.fixture(autouse=True)
def _kept_pages(settings) -> None:
    settings.PAGE_CACHE_SECONDS = 600


def marked(section, *, kind: str = "document"):
    """A draft that says the word in every place in which content can say something."""
    file = make_document(section, title=f"{WORD}附件", name=f"{WORD}.txt", content=f"{WORD}正文。".encode())
    body = f'<p>{WORD}</p><p><a linktype="document" id="{file.pk}">{WORD}</a></p>'
    make = make_document_draft if kind == "document" else make_draft
    draft = make(f"关于{WORD}的通知", section=section, body=body, search_description=WORD)
    draft.attachments.set([Attachment(document=file, title=WORD)])
    draft.save_revision(user=draft.owner)
    return draft, file


def decided(draft, attribute: str):
    submit(draft)
    approve_next(draft)
    approve_next(
        draft,
        ruling=replace(proactive_ruling(), attribute=attribute, ground="process" if attribute == "withheld" else ""),
    )
    return draft


def office(section):
    return make_person("disclosure_office", district=section.unit.district)


def hidden_addresses(draft, file) -> list[str]:
    page = draft.specific_class.objects.get(pk=draft.pk)
    path = "/" + "/".join(page.url_path.split("/")[2:])
    return [
        path,
        f"{path}document.pdf",
        f"{path}document.docx",
        f"{path}editions/",
        f"{path}atom.xml",
        file.url,
        f"/api/public/v1/contents/{page.pk}",
        f"/api/public/v1/documents/{page.pk}/force",
    ]


def assert_unsaid(*addresses: str) -> None:
    found = crawl(*addresses)
    assert found.saying(WORD) == []
    assert [address for address in addresses if found.read[address][0] not in {404, 410}] == []
    assert found.with_status(500) == []
    assert len(found.read) > 30


@pytest.mark.parametrize("kind", ["document", "article"])
def test_draft_is_said_nowhere(section, kind) -> None:
    make_published("公开的通知", section=section)
    make_policy_document("公开的办法", section=section)
    draft, file = marked(section, kind=kind)
    assert_unsaid(*hidden_addresses(draft, file))


@pytest.mark.parametrize("attribute", ["withheld", "on_request"])
def test_undisclosed_document_is_said_nowhere(section, attribute) -> None:
    make_policy_document("公开的办法", section=section)
    draft, file = marked(section)
    decided(draft, attribute)
    assert_unsaid(*hidden_addresses(draft, file))


def test_withdrawn_document_is_said_nowhere_even_if_it_was_kept(section) -> None:
    draft, file = marked(section)
    document = decided(draft, "proactive")
    addresses = hidden_addresses(document, file)
    before = crawl(*addresses)
    assert addresses[0] in before.saying(WORD)  # it was public, and kept
    assert len(before.saying(WORD)) > 8
    page = document.specific_class.objects.get(pk=document.pk)
    make_policy_document("后来的办法", section=section, relations=[{"kind": "is_based_on", "target": page}])
    withdraw_content(page=page, user=office(section), reason="内容有误")
    found = crawl(*addresses)
    assert found.saying(WORD) == []
    assert found.read[addresses[0]][0] == 410


def test_document_deleted_as_an_error_is_said_nowhere(section) -> None:
    draft, file = marked(section)
    document = decided(draft, "proactive")
    page = document.specific_class.objects.get(pk=document.pk)
    addresses = hidden_addresses(document, file)[:2]
    crawl(*addresses)
    delete_as_error(page=page, user=office(section), reason="误发")
    assert crawl(*addresses).saying(WORD) == []


def test_scheduled_document_is_said_nowhere(section) -> None:
    make_policy_document("公开的办法", section=section)
    draft, file = marked(section)
    changed = make_changed_draft(draft, go_live_at=timezone.now() + dt.timedelta(days=3))
    decided(changed, "proactive")
    assert_unsaid(*hidden_addresses(draft, file))


def test_later_draft_of_a_public_document_is_said_nowhere(section) -> None:
    public = make_policy_document("公开的办法", section=section)
    file = make_document(section, title=WORD, name=f"{WORD}.txt", content=WORD.encode())
    make_changed_draft(
        public,
        title=f"改成{WORD}",
        body=f"<p>{WORD}</p>",
        keywords=WORD,
        stated_basis=WORD,
        stated_relations=[public.stated_relations.model(kind="repeals", target_title=WORD, target_number=WORD)],
    )
    found = crawl(file.url)
    assert found.saying(WORD) == []
    assert found.read[file.url][0] == 404


def test_reason_and_comments_of_reviews_are_said_nowhere(section) -> None:
    draft = make_document_draft("公开的办法", section=section, stated_basis=f"依据{WORD}")
    submit(draft)
    approve_next(draft, ruling=replace(proactive_ruling(), attribute="", basis="", checklist=[], comment=WORD))
    approve_next(draft, ruling=replace(proactive_ruling(), basis=WORD, comment=WORD))
    found = crawl()
    assert draft.specific_class.objects.get(pk=draft.pk).live
    assert found.saying(WORD) == []
