"""The legal office at work: its reviews over HTTP, what it reads and what it does not."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.urls import reverse

from cms.people.enums import Role
from cms.people.models import User
from disclosure_pages.clearance.enums import LegalityItem, ReviewStage
from disclosure_pages.clearance.models import Review
from disclosure_pages.documents.models import Registration
from disclosure_pages.pages.models import Attachment
from disclosure_pages.tree.models import DisclosurePage
from tests.factories.documents import make_entry
from tests.factories.media import make_document
from tests.factories.pages import make_draft, reviewer_for, submit
from tests.factories.people import make_person

from .conftest import SignIn, bring_to, make_normative_draft, stage_of

pytestmark = pytest.mark.django_db

OPINION = {"decision": "approved", "opinion": "主体适格，程序完备。", "checklist": LegalityItem.values}
PLACES = {Role.EDITOR: "unit", Role.MODERATOR: "unit", Role.CITY_AUDITOR: "city", Role.OPERATOR: ""}


def url_of(task_state: Any, name: str = "review") -> str:
    return reverse(f"gongkai_clearance:{name}", args=[task_state.pk])


def legal_office(page: Any) -> User:
    return make_person(Role.LEGAL_OFFICE, district=page.district)


def person_of(role: str, page: Any) -> User:
    """Somebody with ``role`` where ``page`` is."""
    places = {"unit": page.unit, "district": page.district, "city": page.district.city}
    place = PLACES.get(role, "district")
    return make_person(role, **({place: places[place]} if place else {}))


@pytest.mark.parametrize("stage", [ReviewStage.LEGALITY, ReviewStage.REGISTRATION])
def test_stages_of_the_legal_office_are_not_there_for_others(sign_in: SignIn, stage: str) -> None:
    page = make_normative_draft()
    task_state = bring_to(page, stage)
    roles = [Role.EDITOR, Role.MODERATOR, Role.CONFIDENTIALITY_REVIEWER, Role.DISCLOSURE_OFFICE, Role.CITY_AUDITOR]
    people = [*(person_of(role, page) for role in (*roles, Role.OPERATOR)), legal_office(make_draft())]
    for name in ("review", "review_preview"):
        assert {sign_in(person).get(url_of(task_state, name)).status_code for person in people} == {404}
        assert sign_in(legal_office(page)).get(url_of(task_state, name)).status_code == 200


def test_legality_review_shows_opinion_and_checklist_and_moves_on(sign_in: SignIn) -> None:
    page = make_normative_draft()
    client, url = sign_in(legal_office(page)), url_of(bring_to(page, ReviewStage.LEGALITY))
    text = client.get(url).content.decode()
    assert [name in text for name in ("opinion", *LegalityItem.values)] == [True] * (1 + len(LegalityItem))
    assert client.post(url, OPINION).status_code == 302
    review = Review.objects.get(stage=ReviewStage.LEGALITY)
    assert (review.opinion, review.checklist) == (OPINION["opinion"], LegalityItem.values)
    assert stage_of(page) == ReviewStage.CONFIDENTIALITY


def test_approval_without_opinion_is_refused_at_its_field_and_keeps_the_rest(sign_in: SignIn) -> None:
    page = make_normative_draft()
    url = url_of(bring_to(page, ReviewStage.LEGALITY))
    response = sign_in(legal_office(page)).post(url, {**OPINION, "opinion": " ", "comment": "已阅"})
    assert response.status_code == 400
    assert response.context["form"].errors.keys() == {"opinion"}
    assert response.context["form"]["comment"].value() == "已阅"


def test_document_found_unlawful_goes_back_with_the_reason(sign_in: SignIn) -> None:
    page = make_normative_draft()
    data = {"decision": "returned", "comment": "第五条增设许可，没有依据"}
    sign_in(legal_office(page)).post(url_of(bring_to(page, ReviewStage.LEGALITY)), data)
    assert page.current_workflow_state.status == "needs_changes"
    assert Review.objects.get(decision="returned").comment == data["comment"]


def test_registration_shows_number_and_opinion_and_publishes(sign_in: SignIn) -> None:
    page = make_normative_draft()
    client, url = sign_in(legal_office(page)), url_of(bring_to(page, ReviewStage.REGISTRATION))
    text = client.get(url).content.decode()
    client.post(url, {"decision": "approved", "former_number": ""})
    page.refresh_from_db()
    entry = Registration.objects.get()
    assert (entry.text in text, entry.opinion in text, page.live) == (True, True, True)


def test_number_given_by_hand_is_refused_at_its_field(sign_in: SignIn) -> None:
    page = make_normative_draft()
    make_entry(page.get_parent().specific, text="芙登〔2019〕1号")
    url = url_of(bring_to(page, ReviewStage.REGISTRATION))
    response = sign_in(legal_office(page)).post(url, {"decision": "approved", "former_number": "芙登〔2019〕1号"})
    assert (response.status_code, response.context["form"].errors.keys()) == (400, {"former_number"})


def test_letters_go_to_the_legal_office_of_the_district(django_capture_on_commit_callbacks: Any) -> None:
    page = make_normative_draft()
    mine, foreign = legal_office(page), legal_office(make_draft())
    with django_capture_on_commit_callbacks(execute=True):
        bring_to(page, ReviewStage.LEGALITY)
    readers = {address for letter in mail.outbox for address in letter.to}
    assert (mine.email in readers, foreign.email in readers) == (True, False)


# --- what the office reads ---------------------------------------------------------------------------------------


def test_legal_office_reads_what_came_to_its_review_and_nothing_else() -> None:
    page = make_normative_draft("送审稿")
    section = page.get_parent().specific
    make_normative_draft("未送审的草稿", section=section)
    submit(make_normative_draft("还在部门审核", section=section))
    person = legal_office(page)
    assert list(DisclosurePage.objects.visible_to(person)) == []
    bring_to(page, ReviewStage.LEGALITY)
    assert [item.title for item in DisclosurePage.objects.visible_to(person)] == ["送审稿"]
    assert list(DisclosurePage.objects.visible_to(legal_office(make_draft()))) == []


def status_of(client: Any, file: Any) -> int:
    """The status of the file's address, read to its end, which closes the file."""
    response = client.get(file.url)
    response.getvalue()
    return response.status_code


def test_legal_office_opens_files_of_what_it_reviews_and_no_others(sign_in: SignIn) -> None:
    page = make_normative_draft()
    section = page.get_parent().specific
    attached, other = make_document(section), make_document(section)
    page.attachments.set([Attachment(document=attached)])
    page.save_revision(user=page.owner)
    client = sign_in(legal_office(page))
    assert status_of(client, attached) == 404
    bring_to(page, ReviewStage.LEGALITY)
    assert [status_of(client, file) for file in (attached, other)] == [200, 404]
    assert status_of(sign_in(legal_office(make_draft())), attached) == 404


def test_desk_and_queue_of_the_legal_office_show_its_reviews(sign_in: SignIn) -> None:
    page = make_normative_draft("芙蓉区停车管理办法")
    submit(make_normative_draft("尚在部门"))
    bring_to(page, ReviewStage.LEGALITY)
    client = sign_in(legal_office(page))
    for url in (reverse("wagtailadmin_home"), reverse("gongkai_clearance:queue")):
        text = client.get(url).content.decode()
        assert ("芙蓉区停车管理办法" in text, "尚在部门" in text) == (True, False)


# --- the attribute that is proposed ------------------------------------------------------------------------------


def at_confidentiality(sign_in: SignIn, **fields: Any) -> tuple[Any, Any, str]:
    page = make_normative_draft(**fields)
    task_state = bring_to(page, ReviewStage.CONFIDENTIALITY)
    return page, sign_in(reviewer_for(page, ReviewStage.CONFIDENTIALITY)), url_of(task_state)


def test_confidentiality_review_starts_from_what_the_document_states(sign_in: SignIn) -> None:
    stated = {"stated_attribute": "withheld", "stated_basis": "第十六条", "stated_ground": "process"}
    _page, client, url = at_confidentiality(sign_in, **stated)
    form = client.get(url).context["form"]
    assert [form[name].value() for name in ("attribute", "basis", "ground")] == ["withheld", "第十六条", "process"]


def test_document_that_states_nothing_proposes_nothing(sign_in: SignIn) -> None:
    _page, client, url = at_confidentiality(sign_in)
    form = client.get(url).context["form"]
    assert [form[name].value() for name in ("attribute", "basis", "ground")] == [None, None, None]


def test_other_decision_than_proposed_is_told_and_counts(sign_in: SignIn) -> None:
    page, client, url = at_confidentiality(sign_in, stated_attribute="proactive", stated_basis="第二十条")
    data = {"decision": "approved", "attribute": "on_request", "basis": "第二十七条"}
    response = client.post(url, data, follow=True)
    told = [message.level_tag for message in response.context["messages"]]
    assert told == ["success", "warning"]
    findings = Review.objects.get(page=page, stage=ReviewStage.CONFIDENTIALITY).findings
    assert "gongkai.document.attribute_differs" in [finding["code"] for finding in findings]


def test_withheld_without_ground_is_refused_at_its_field(sign_in: SignIn) -> None:
    _page, client, url = at_confidentiality(sign_in)
    response = client.post(url, {"decision": "approved", "attribute": "withheld", "basis": "第十六条"})
    assert (response.status_code, response.context["form"].errors.keys()) == (400, {"ground"})
