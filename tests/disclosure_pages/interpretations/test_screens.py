"""The screens of interpretations over HTTP: who may, what they show, what they refuse."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from cms.people.enums import Role
from disclosure_pages.clearance.models import HeldPublication
from disclosure_pages.interpretations.models import Interpretation, InterpretationPlan, InterpretationWaiver
from disclosure_pages.interpretations.rules import SUGGESTED_HEADINGS
from tests.factories.documents import make_document_draft, make_policy_document
from tests.factories.interpretations import ask_for_interpretation, make_interpretation_draft, waive
from tests.factories.pages import approve_next, publish, submit
from tests.factories.people import make_editor, make_membership, make_moderator, make_person
from tests.factories.tree import make_section

from .conftest import SignIn, stored

pytestmark = pytest.mark.django_db


def url_of(name: str, *args: Any) -> str:
    return reverse(f"gongkai_interpretations:{name}", args=args)


def text_of(response: Any) -> str:
    assert response.status_code == 200
    return str(response.content.decode())


@pytest.fixture
def late() -> Any:
    """Public since the start of June without an interpretation."""
    document = make_policy_document("未解读的通知", on="2026-06-01")
    ask_for_interpretation("notice")
    return document


def office_of(page: Any) -> Any:
    return make_person(Role.DISCLOSURE_OFFICE, district=page.district)


# --- reports -----------------------------------------------------------------------------------------------------


def test_report_names_document_unit_due_day_and_delay(sign_in: SignIn, late) -> None:
    text = text_of(sign_in(office_of(late)).get(url_of("report_unpaired")))
    wanted = (late.title, late.unit.name, "2026年6月1日", "2026年6月4日")
    assert [word for word in wanted if word not in text] == []


def test_report_is_filtered_by_lateness(sign_in: SignIn, late) -> None:
    client, url = sign_in(office_of(late)), url_of("report_unpaired")
    shown = [late.title in text_of(client.get(url, {"late": state})) for state in ("overdue", "in_time")]
    assert shown == [True, False]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_report_is_exported_with_its_due_days(sign_in: SignIn, late, kind) -> None:
    response = sign_in(office_of(late)).get(url_of("report_unpaired"), {"export": kind})
    content = response.getvalue()
    assert len(content) > 100
    assert kind == "xlsx" or f"{late.title},{late.number},{late.unit.name},2026-06-01,2026-06-04," in content.decode()


def test_units_see_their_own_documents_only(sign_in: SignIn, late) -> None:
    other = make_policy_document("别的单位的通知", section=make_section(column=late.column))
    text = text_of(sign_in(make_moderator(late.unit)).get(url_of("report_unpaired")))
    assert (late.title in text, other.title in text) == (True, False)


def test_waivers_are_listed_for_overseers(sign_in: SignIn, late) -> None:
    waive(late, reason="仅更正联系电话")
    for person in (office_of(late), make_person(Role.CITY_AUDITOR, city=late.district.city)):
        text = text_of(sign_in(person).get(url_of("report_waivers")))
        assert [word for word in (late.title, "仅更正联系电话") if word not in text] == []
    foreign = make_person(Role.DISCLOSURE_OFFICE, district=make_document_draft().district)
    assert late.title not in text_of(sign_in(foreign).get(url_of("report_waivers")))


@pytest.mark.parametrize("name", ["report_waivers", "report_waivers_results"])
def test_waivers_are_not_there_for_units(sign_in: SignIn, late, name) -> None:
    assert sign_in(make_editor(late.unit)).get(url_of(name)).status_code == 404


@pytest.mark.parametrize("name", ["report_unpaired", "report_unpaired_results"])
def test_report_is_not_there_for_reviewers(sign_in: SignIn, late, name) -> None:
    reviewer = make_person(Role.CONFIDENTIALITY_REVIEWER, district=late.district)
    assert sign_in(reviewer).get(url_of(name)).status_code == 404


# --- the desk ----------------------------------------------------------------------------------------------------


def test_desk_shows_what_lacks_an_interpretation_with_the_way_to_write_it(sign_in: SignIn, late) -> None:
    text = text_of(sign_in(make_editor(late.unit)).get("/admin/"))
    assert (late.title in text, url_of("begin", late.pk) in text) == (True, True)
    text = text_of(sign_in(office_of(late)).get("/admin/"))
    assert (late.title in text, url_of("begin", late.pk) in text) == (True, False)


def test_desk_shows_the_author_what_is_held(sign_in: SignIn) -> None:
    document = make_document_draft("等待解读的通知")
    make_interpretation_draft(document)
    publish(document)
    assert document.title in text_of(sign_in(document.owner).get("/admin/"))


# --- waiving -----------------------------------------------------------------------------------------------------


def test_office_waives_and_lifts(sign_in: SignIn, late) -> None:
    client = sign_in(office_of(late))
    client.post(url_of("waive", late.pk), {"reason": "仅更正电话", "confirm": "on"})
    assert InterpretationWaiver.objects.in_effect().count() == 1
    client.post(url_of("lift_waiver", late.pk), {"reason": "群众关心", "confirm": "on"})
    assert (InterpretationWaiver.objects.in_effect().count(), InterpretationWaiver.objects.count()) == (0, 1)


def test_waiver_without_a_reason_comes_back_with_what_was_typed(sign_in: SignIn, late) -> None:
    response = sign_in(office_of(late)).post(url_of("waive", late.pk), {"reason": "", "confirm": "on"})
    assert (response.status_code, InterpretationWaiver.objects.count()) == (400, 0)


def test_document_that_needs_none_is_not_waived(sign_in: SignIn) -> None:
    document = make_document_draft()
    text = text_of(sign_in(office_of(document)).get(url_of("waive", document.pk)))
    assert 'name="reason"' not in text


@pytest.mark.parametrize("name", ["waive", "lift_waiver"])
@pytest.mark.parametrize("role", [Role.EDITOR, Role.MODERATOR])
def test_waiving_is_not_there_for_units(sign_in: SignIn, late, name, role) -> None:
    client = sign_in(make_person(role, unit=late.unit))
    assert (client.get(url_of(name, late.pk)).status_code, client.post(url_of(name, late.pk)).status_code) == (404, 404)


def test_office_finds_the_waiver_among_its_acts(sign_in: SignIn, late) -> None:
    contents = reverse("gongkai_clearance:contents")
    assert url_of("waive", late.pk) in text_of(sign_in(office_of(late)).get(contents))
    assert url_of("waive", late.pk) not in text_of(sign_in(make_moderator(late.unit)).get(contents))


# --- beginning ---------------------------------------------------------------------------------------------------


def test_editor_begins_with_a_draft_that_names_the_document(sign_in: SignIn) -> None:
    document = make_document_draft("关于停车管理的通知")
    document.interpretation_plans.set([InterpretationPlan(form="questions", outline="提纲")])
    document.save_revision(user=document.owner)
    client, section = sign_in(document.owner), document.get_parent()
    assert '"questions" selected' in text_of(client.get(url_of("begin", document.pk)))
    client.post(url_of("begin", document.pk), {"form": "text", "section": section.pk})
    page = Interpretation.objects.get()
    assert ([row.document_id for row in page.documents.all()], page.owner) == ([document.pk], document.owner)
    assert "背景和依据" in str(page.body)


def test_foreign_draft_cannot_be_begun_with(sign_in: SignIn) -> None:
    document = make_document_draft()
    stranger = make_editor(make_section(column=document.column).unit)
    assert sign_in(stranger).get(url_of("begin", document.pk)).status_code == 404


def test_section_of_another_unit_is_no_choice(sign_in: SignIn) -> None:
    document, foreign = make_policy_document(), make_section()
    response = sign_in(document.owner).post(url_of("begin", document.pk), {"form": "text", "section": foreign.pk})
    assert (response.status_code, Interpretation.objects.count()) == (200, 0)


# --- the editor and the review screen ----------------------------------------------------------------------------


def edit_url(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_both_editors_show_the_other_side(sign_in: SignIn) -> None:
    document = make_document_draft("关于停车管理的通知")
    interpretation = make_interpretation_draft(document, title="停车通知解读")
    editor = make_editor(document.unit)
    assert "停车通知解读" in text_of(sign_in(editor).get(edit_url(document)))
    assert "关于停车管理的通知" in text_of(sign_in(editor).get(edit_url(interpretation)))


def test_held_page_says_what_it_waits_for(sign_in: SignIn) -> None:
    document = make_document_draft()
    interpretation = make_interpretation_draft(document, title="停车通知解读")
    publish(document)
    text = text_of(sign_in(make_editor(document.unit)).get(edit_url(document)))
    assert (interpretation.title in text, "gk-pair" in text) == (True, True)


def test_held_page_is_listed_and_recalled(sign_in: SignIn) -> None:
    document = make_document_draft()
    make_interpretation_draft(document)
    publish(document)
    client = sign_in(make_moderator(document.unit))
    listed = text_of(client.get(reverse("gongkai_clearance:contents"), {"state": "held"}))
    recall = reverse("gongkai_clearance:recall", args=[document.pk])
    assert recall in listed
    client.post(recall, {"reason": "还要修改", "confirm": "on"})
    assert not HeldPublication.objects.exists()


def test_review_screen_shows_plan_and_counterpart(sign_in: SignIn) -> None:
    document = make_document_draft()
    document.interpretation_plans.set([InterpretationPlan(form="chart", outline="提纲：重点说明收费", drafter="李某")])
    document.save_revision(user=document.owner)
    make_interpretation_draft(document, title="停车通知解读")
    task_state = submit(stored(document))
    review = reverse("gongkai_clearance:review", args=[task_state.pk])
    text = text_of(sign_in(make_moderator(document.unit)).get(review))
    assert [word for word in ("提纲：重点说明收费", "李某", "停车通知解读") if word not in text] == []


def test_legal_office_learns_that_there_is_an_interpretation_but_not_which(sign_in: SignIn) -> None:
    document = make_document_draft("停车管理办法", kind="normative-government", is_waived=False)
    make_interpretation_draft(document, title="停车新规怎么看")
    submit(document)
    approve_next(document)
    task_state = document.current_workflow_state.current_task_state
    legal_office = make_person(Role.LEGAL_OFFICE, district=document.district)
    text = text_of(sign_in(legal_office).get(reverse("gongkai_clearance:review", args=[task_state.pk])))
    assert [words in text for words in ("1个关联内容", "目前还没有解读", "停车新规怎么看")] == [True, False, False]


def test_new_interpretation_starts_with_the_suggested_headings(sign_in: SignIn) -> None:
    section = make_section()
    add = reverse("wagtailadmin_pages:add", args=["gongkai_interpretations", "interpretation", section.pk])
    response = sign_in(make_editor(section.unit)).get(add)
    (block,) = response.context["form"]["body"].value()
    assert [heading for heading in SUGGESTED_HEADINGS if heading not in block.value.source] == []


def test_form_forgets_a_document_that_its_author_may_not_see(sign_in: SignIn) -> None:
    document, secret = make_policy_document(), make_document_draft("尚未公开的方案")
    page = make_interpretation_draft(document)
    client = sign_in(page.owner)
    empty = [f"{name}-{part}" for name in ("charts", "questions", "attachments") for part in ("TOTAL", "INITIAL")]
    data = {
        "title": page.title, "slug": page.slug, "form": "text", "publish_together": "on", "body-count": 0,
        "transcript": "null", "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0,
        **{f"{name}_FORMS": 0 for name in empty},
        "documents-TOTAL_FORMS": 1, "documents-INITIAL_FORMS": 0, "documents-0-id": "",
        "documents-0-document": secret.pk, "documents-0-ORDER": 1, "documents-0-DELETE": "",
    }  # fmt: skip
    response = client.post(edit_url(page), data)
    assert secret.title not in response.content.decode()
    assert not secret.pairings.exists()


def test_last_reviewer_publishes_both_from_the_screen(sign_in: SignIn) -> None:
    document = make_document_draft()
    interpretation = make_interpretation_draft(document)
    publish(document)
    submit(interpretation)
    approve_next(interpretation)
    task_state = stored(interpretation).current_workflow_state.current_task_state
    reviewer = make_person(Role.CONFIDENTIALITY_REVIEWER, district=document.district)
    screen = reverse("gongkai_clearance:review", args=[task_state.pk])
    client = sign_in(reviewer)
    form = client.get(screen).context["form"]
    data = {
        "digest": form.initial["digest"],
        "attribute": "proactive",
        "basis": "《条例》第二十条",
        "checklist": [value for value, _label in form.fields["checklist"].choices],
        "decision": "approved",
    }
    assert client.post(screen, data).status_code == 302
    assert (stored(document).live, stored(interpretation).live) == (True, True)


def test_person_of_two_units_chooses_where_to_write(sign_in: SignIn) -> None:
    document = make_policy_document()
    second = make_section(column=document.column)
    make_membership(document.owner, Role.EDITOR, unit=second.unit)
    text = text_of(sign_in(document.owner).get(url_of("begin", document.pk)))
    assert second.title in text
