"""A marked word in content that is not public appears in nothing that the search answers, whatever is asked.

The word has two halves: one is asked for, the other is looked for in the answers, as an answer repeats its question.
"""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import timezone

from disclosure_pages.clearance.domain.acts import withdraw_content
from disclosure_pages.interpretations.models import InterpretationPlan
from disclosure_pages.media.texts.keeping import text_of as read_text
from disclosure_pages.pages.models import Attachment
from search.engines.contract import FacetName
from search.outbox.work import work
from tests.factories.canary import WORD, make_marked_draft
from tests.factories.documents import document_section, make_policy_document
from tests.factories.media import make_document
from tests.factories.pages import make_changed_draft, make_published, publish, submit
from tests.factories.people import make_person
from tests.search.public.installed import embedded_engine

from .crawler import text_of

pytestmark = pytest.mark.django_db(transaction=True)
ASKED, TOLD = WORD[:3], WORD[3:]
#: What is asked: the half as it is, quoted, read aloud, in a field, with a slip, and what stands beside the word.
TEXTS = [ASKED, f"“{ASKED}”", "jinsique", f"标题:{ASKED}", "金丝省", "通知", ""]
FORMS = ["", "hits.csv", "hits.xlsx", "atom.xml", "suggestions.json"]


@pytest.fixture
def section(settings, tmp_path):
    """Where the word is written; other content of the place is public, and in the index."""
    place = document_section()
    make_published("公开的通知", section=place)
    make_policy_document("公开的办法", section=place)
    with embedded_engine(settings, tmp_path):
        yield place


def addresses(section) -> list[str]:
    """Every form of an answer to every text, of the city and of the district, and each facet opened at the word."""
    places = ["/", f"/{section.unit.district.slug}/"]
    asked = [f"{place}search/{form}?{urlencode({'q': text})}" for place in places for form in FORMS for text in TEXTS]
    asked += [f"/api/public/v1/search?{urlencode({'q': text, 'facets': 'all'})}" for text in TEXTS]
    asked += [f"/search/?{urlencode({'q': '通知', name: ASKED})}" for name in FacetName]
    return asked + [f"/search/?{urlencode({'q': text, 'in_force': '', 'sort': 'newest'})}" for text in TEXTS]


def said_by(section) -> list[str]:
    """Addresses whose answer says the other half; there are no errors among them."""
    reader, saying = Client(headers={"host": "localhost"}), []
    for address in addresses(section):
        response = reader.get(address, follow=True)
        content = b"".join(response) if response.streaming else response.content
        assert response.status_code in {200, 404}, (address, response.status_code)
        if TOLD in text_of(content, response.get("Content-Type", "")) + str(dict(response.items())):
            saying.append(address)
    return saying


def withdraw(page) -> None:
    office = make_person("disclosure_office", district=page.district)
    withdraw_content(page=page, user=office, reason="内容有误")


def test_public_document_is_said(section) -> None:
    publish(make_marked_draft(section), reason="已核")
    work()

    assert {address.split("?")[0].rpartition("/")[2] for address in said_by(section)} == {*FORMS, "search"}


def test_draft_under_review_is_said_nowhere(section) -> None:
    submit(make_marked_draft(section))
    work()

    assert said_by(section) == []


def test_scheduled_document_is_said_nowhere(section) -> None:
    draft = make_changed_draft(make_marked_draft(section), go_live_at=timezone.now() + dt.timedelta(days=3))
    publish(draft, reason="已核")
    work()

    assert said_by(section) == []


@pytest.mark.parametrize("is_told", [False, True])
def test_withdrawn_document_is_said_nowhere_even_if_the_index_has_not_heard_of_it(section, is_told) -> None:
    page = publish(make_marked_draft(section), reason="已核")
    work()
    assert said_by(section)
    withdraw(page)
    if is_told:
        work()

    assert said_by(section) == []


def test_former_text_of_a_changed_document_is_said_nowhere(section) -> None:
    page = publish(make_marked_draft(section), reason="已核")
    work()
    draft = make_changed_draft(page, title="更正后的通知", body="<p>更正。</p>").get_latest_revision_as_object()
    for name in ("search_description", "keywords", "addressees", "source", "stated_basis"):
        setattr(draft, name, "")
    draft.attachments.set([])
    draft.save_revision(user=draft.owner)
    publish(draft, reason="已核")

    assert said_by(section) == []


def test_later_draft_of_a_public_document_is_said_nowhere(section) -> None:
    page = make_policy_document("公开的细则", section=section)
    file = make_document(section, title=WORD, content=WORD.encode())
    read_text(file)
    draft = make_changed_draft(page, title=WORD, body=f"<p>{WORD}</p>", keywords=WORD).get_latest_revision_as_object()
    draft.attachments.set([Attachment(document=file, title=WORD)])
    draft.interpretation_plans.set([InterpretationPlan(form="text", outline=WORD)])
    draft.save_revision(user=draft.owner)
    work()

    assert said_by(section) == []
