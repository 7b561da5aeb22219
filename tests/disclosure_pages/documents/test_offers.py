"""What a draft's text states is offered to its editor, and becomes part of the draft by an act of theirs only."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry

from cms.people.enums import Role
from disclosure_pages.documents.domain.offers import OfferState, offers_of
from disclosure_pages.documents.domain.taking_over import take_over
from disclosure_pages.documents.exceptions import DraftLocked, OffersGone
from disclosure_pages.documents.models import PolicyDocument
from tests.factories.documents import document_section, make_document_draft, make_policy_document
from tests.factories.files import pdf_bytes
from tests.factories.media import make_document
from tests.factories.pages import make_changed_draft, submit
from tests.factories.people import make_editor, make_person

pytestmark = pytest.mark.django_db
REPEAL = "<p>《旧城物业管理办法》（样政发〔2016〕5号）同时废止。</p>"
TERM = "<p>本办法自2026年7月1日起施行，有效期5年。</p>"


def draft_of(page: Any) -> PolicyDocument:
    draft: PolicyDocument = PolicyDocument.objects.get(pk=page.pk).get_latest_revision_as_object()
    return draft


def offered(page: Any) -> list[tuple[str, str, str]]:
    """What is offered: kind, target or day, state."""
    return [
        (offer.proposal.kind, offer.proposal.target_title or str(offer.proposal.day or ""), offer.state.value)
        for offer in offers_of(draft_of(page))
    ]


def keys(page: Any) -> list[str]:
    return [offer.key for offer in offers_of(draft_of(page)) if offer.state == OfferState.OPEN]


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def url_of(page: Any) -> str:
    return reverse("gongkai_documents:offers", args=[page.pk])


def test_text_is_offered_and_nothing_is_applied_by_itself() -> None:
    page = make_document_draft(body=TERM + REPEAL)
    assert offered(page) == [
        ("effective", "2026-07-01", "open"),
        ("expiry", "2031-06-30", "open"),
        ("relation", "旧城物业管理办法", "open"),
    ]
    draft = draft_of(page)
    assert (draft.effective_on, draft.expires_on, draft.stated_relations.count()) == (None, None, 0)


def test_what_was_taken_over_is_in_the_draft_and_offered_no_more() -> None:
    page = make_document_draft(body=TERM + REPEAL)
    take_over(page=page, user=page.owner, keys=keys(page))
    draft = draft_of(page)
    [row] = draft.stated_relations.all()
    assert (draft.effective_rule, draft.effective_on, draft.expires_on) == (
        "on_day",
        dt.date(2026, 7, 1),
        dt.date(2031, 6, 30),
    )
    assert (row.kind, row.target_title, row.target_number) == ("repeals", "旧城物业管理办法", "样政发〔2016〕5号")
    assert {state for _kind, _what, state in offered(page)} == {"stated"}


def test_only_what_was_chosen_is_taken_over() -> None:
    page = make_document_draft(body=TERM + REPEAL)
    take_over(page=page, user=page.owner, keys=keys(page)[2:])
    draft = draft_of(page)
    assert (draft.effective_on, draft.expires_on, draft.stated_relations.count()) == (None, None, 1)


def test_public_content_stays_as_it_is() -> None:
    page = make_policy_document()
    make_changed_draft(page, body=REPEAL)
    take_over(page=page, user=page.owner, keys=keys(page))
    public = PolicyDocument.objects.get(pk=page.pk)
    assert (public.live, public.stated_relations.count(), draft_of(page).stated_relations.count()) == (True, 0, 1)


def test_history_names_the_sentence() -> None:
    page = make_document_draft(body=REPEAL)
    take_over(page=page, user=page.owner, keys=keys(page))
    entry = PageLogEntry.objects.get(action="gongkai.document.take_over")
    assert entry.user == page.owner
    assert entry.data["taken"][0]["sentence"] == "《旧城物业管理办法》（样政发〔2016〕5号）同时废止。"


@pytest.mark.parametrize("written", ["样政发〔2016〕5号", "样政发[2016]5号", "样政发（２０１６） 5 号"])
def test_target_in_the_library_is_linked_by_its_number(written: str) -> None:
    old = make_policy_document("旧城物业管理办法", number="样政发〔2016〕5号")
    section = document_section(unit=old.unit)
    page = make_document_draft(section=section, body=f"<p>《旧城办法》（{written}）同时废止。</p>")
    take_over(page=page, user=page.owner, keys=keys(page))
    assert draft_of(page).stated_relations.get().target_id == old.pk


def test_target_without_a_number_is_linked_by_its_title() -> None:
    old = make_policy_document("旧城物业管理办法")
    page = make_document_draft(section=document_section(unit=old.unit), body="<p>《旧城物业管理办法》同时废止。</p>")
    [offer] = offers_of(draft_of(page))
    assert offer.target.page_id == old.pk


def test_document_of_another_city_is_not_meant() -> None:
    make_policy_document("旧城物业管理办法", number="样政发〔2016〕5号")
    [offer] = offers_of(draft_of(make_document_draft(body=REPEAL)))
    assert offer.target is None


def test_extension_by_a_term_is_counted_from_the_present_one() -> None:
    old = make_policy_document("旧办法", effective_on=dt.date(2021, 7, 1), expires_on=dt.date(2026, 6, 30))
    body = "<p>《旧办法》有效期延长2年。</p>"
    page = make_document_draft(section=document_section(unit=old.unit), body=body)
    take_over(page=page, user=page.owner, keys=keys(page))
    assert draft_of(page).stated_relations.get().new_expiry == dt.date(2028, 6, 30)


def test_extension_of_an_unknown_term_asks_until_when() -> None:
    page = make_document_draft(body="<p>《旧办法》有效期延长2年。</p>")
    [key], client = keys(page), signed_in(page.owner)
    assert client.post(url_of(page), {"take": [key]}).status_code == 400
    assert client.post(url_of(page), {"take": [key], f"day-{key}": "2028-06-30"}).status_code == 302
    assert draft_of(page).stated_relations.get().new_expiry == dt.date(2028, 6, 30)


@pytest.mark.parametrize(
    ("body", "fields", "offers"),
    [
        ("本办法自发布之日起施行。", {}, [("effective", "", "stated")]),
        ("本办法自发布之日起施行，有效期5年。", {}, [("effective", "", "stated"), ("term", "", "later")]),
        ("本办法自发布之日起30日后施行。", {}, [("effective", "", "later")]),
        ("本办法自印发之日起施行。", {}, [("effective", "2026-06-01", "open")]),
        ("本办法自印发之日起施行。", {"formed_on": None}, [("effective", "", "later")]),
        (
            "本办法自2026年7月1日起施行。",
            {"effective_on": dt.date(2026, 7, 1)},
            [("effective", "2026-07-01", "stated")],
        ),
        ("各单位认真组织实施。", {}, []),
    ],
)
def test_days_that_follow_from_acts(body: str, fields: dict[str, Any], offers: list[tuple[str, str, str]]) -> None:
    assert offered(make_document_draft(body=f"<p>{body}</p>", **fields)) == offers


def test_relation_that_is_stated_in_other_words_is_not_offered_again() -> None:
    row = {"kind": "replaces", "target_number": "样政发[2016]5号"}
    assert offered(make_document_draft(body=REPEAL, relations=[row])) == [("relation", "旧城物业管理办法", "stated")]


def test_list_in_a_table_is_offered_row_by_row() -> None:
    rows = [["1", "《甲办法》", "样政发〔2012〕3号"], ["2", "《乙规定》", "样政发〔2012〕4号"]]
    page = make_document_draft(body=[("text", "<p>决定将以下文件予以废止：</p>"), ("table", {"data": rows})])
    assert offered(page) == [("relation", "甲办法", "open"), ("relation", "乙规定", "open")]


def test_original_file_speaks_where_nothing_is_written() -> None:
    file = make_document(name="a.txt", content="《甲办法》同时废止。".encode())
    page = make_document_draft(body="", original_file=file)
    assert offered(page) == []
    from disclosure_pages.media.texts.keeping import text_of

    text_of(file)
    assert offered(page) == [("relation", "甲办法", "open")]


def test_days_that_contradict_each_other_are_refused_and_nothing_is_saved() -> None:
    page = make_document_draft(body="<p>本办法自2026年7月1日起施行，至2020年1月1日止。</p>")
    with pytest.raises(ValidationError):
        take_over(page=page, user=page.owner, keys=keys(page))
    assert draft_of(page).effective_on is None


def test_text_that_has_changed_since_is_not_taken_over() -> None:
    page = make_document_draft(body=REPEAL)
    chosen = keys(page)
    make_changed_draft(page, body=TERM)
    with pytest.raises(OffersGone):
        take_over(page=page, user=page.owner, keys=chosen)


def test_draft_under_review_is_not_changed() -> None:
    page = make_document_draft(body=REPEAL)
    chosen = keys(page)
    submit(page)
    with pytest.raises(DraftLocked):
        take_over(page=page, user=page.owner, keys=chosen)
    client = signed_in(page.owner)
    assert "disabled" in client.get(url_of(page)).content.decode()
    assert client.post(url_of(page), {"take": chosen}).status_code == 409
    assert draft_of(page).stated_relations.count() == 0


def test_somebody_of_another_unit_finds_nothing() -> None:
    page = make_document_draft(body=REPEAL)
    stranger = make_editor(document_section().unit)
    with pytest.raises(PermissionDenied):
        take_over(page=page, user=stranger, keys=keys(page))
    client = signed_in(stranger)
    assert [client.get(url_of(page)).status_code, client.post(url_of(page)).status_code] == [404, 404]
    assert draft_of(page).stated_relations.count() == 0


def test_reader_of_the_district_does_not_write() -> None:
    page = make_document_draft(body=REPEAL)
    reader = make_person(Role.CONFIDENTIALITY_REVIEWER, district=page.district)
    assert signed_in(reader).get(url_of(page)).status_code == 404


def test_screen_shows_each_sentence_and_takes_over_what_is_ticked() -> None:
    page = make_document_draft(body=TERM + REPEAL)
    client, chosen = signed_in(page.owner), keys(page)
    shown = client.get(url_of(page)).content.decode()
    assert [shown.count(key) for key in chosen] == [1, 1, 1]
    assert "《旧城物业管理办法》（样政发〔2016〕5号）同时废止。" in shown
    response = client.post(url_of(page), {"take": chosen[2:]})
    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert draft_of(page).stated_relations.count() == 1


@pytest.mark.parametrize("data", [{}, {"take": ["0" * 16]}, {"take": ["<script>"]}])
def test_empty_or_unknown_choice_comes_back_with_a_message(data: dict[str, Any]) -> None:
    page = make_document_draft(body=REPEAL)
    response = signed_in(page.owner).post(url_of(page), data)
    assert response.status_code == 400
    assert "help-critical" in response.content.decode()


def test_editor_lists_what_was_found() -> None:
    page = make_document_draft(body=REPEAL)
    shown = signed_in(page.owner).get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert url_of(page) in shown
    assert "同时废止。" in shown


def test_text_of_a_draft_is_escaped() -> None:
    page = make_document_draft(body="<p>《&lt;script&gt;alert(1)&lt;/script&gt;》同时废止。</p>")
    assert "<script>alert(1)" not in signed_in(page.owner).get(url_of(page)).content.decode()


def test_offers_cost_the_same_however_many(django_assert_num_queries) -> None:
    counts = []
    for number in (1, 12):
        body = "".join(f"<p>《办法{index}》（样政发〔2016〕{index + 1}号）同时废止。</p>" for index in range(number))
        draft = draft_of(make_document_draft(body=body))
        draft.district.city_id  # noqa: B018  (fetched before counting)
        with django_assert_num_queries(1):
            counts.append(len(offers_of(draft)))
    assert counts == [1, 12]


def test_pdf_that_was_not_read_yet_offers_nothing() -> None:
    file = make_document(name="a.pdf", content=pdf_bytes("no text yet"))
    assert offered(make_document_draft(body="", original_file=file)) == []
