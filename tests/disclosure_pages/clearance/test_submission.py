"""Handing content in from Wagtail's editor: findings at their fields, resubmission, cancelling, the requested day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from disclosure_pages.clearance.domain.reviewing import return_review
from disclosure_pages.clearance.enums import ReviewStage
from disclosure_pages.clearance.gates import is_blank
from disclosure_pages.pages.models import Article
from disclosure_pages.pages.prose import BODY_FEATURES
from disclosure_pages.tree.models import DisclosurePage
from tests.factories.pages import approve_next, make_changed_draft, make_draft, publish, reviewer_for, submit
from tests.factories.people import make_editor, make_moderator
from tests.factories.tree import make_section

from .conftest import SignIn
from .test_stock_screens import form_data

pytestmark = pytest.mark.django_db


def edit_url(page: Any) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def latest_draft(page: Any) -> Any:
    return page.specific_class.objects.get(pk=page.pk).get_latest_revision_as_object()


def current_stage(page: Any) -> str:
    fresh = page.specific_class.objects.get(pk=page.pk)
    return str(fresh.current_workflow_state.current_task_state.task.specific.stage)


def return_to_author(page: Any) -> None:
    task_state = page.specific_class.objects.get(pk=page.pk).current_workflow_state.current_task_state
    stage = task_state.task.specific.stage
    return_review(task_state=task_state, reviewer=reviewer_for(page, stage), reason="请修改")


def test_submitting_an_incomplete_new_page_keeps_what_was_typed(sign_in: SignIn) -> None:
    section = make_section()
    url = reverse("wagtailadmin_pages:add", args=["gongkai_pages", "article", section.pk])
    data = form_data(Article(title="写了一半的标题", slug="ban"), formed_on="", **{"action-submit": "1"})
    response = sign_in(make_editor(section.unit)).post(url, data)
    assert response.context["form"].errors.keys() == {"formed_on"}
    assert "写了一半的标题" in response.content.decode()
    assert not Article.objects.exists()


def test_saving_an_incomplete_draft_asks_nothing(sign_in: SignIn) -> None:
    page = make_draft()
    response = sign_in(page.owner).post(edit_url(page), form_data(page, formed_on=""))
    assert response.status_code == 302
    assert latest_draft(page).formed_on is None


def test_submitting_an_incomplete_draft_names_the_field_and_starts_nothing(sign_in: SignIn) -> None:
    page = make_draft()
    response = sign_in(page.owner).post(edit_url(page), form_data(page, formed_on="", **{"action-submit": "1"}))
    assert response.context["form"].errors.keys() == {"formed_on"}
    assert not TaskState.objects.exists()


def test_submitting_a_complete_draft_opens_the_unit_review(sign_in: SignIn) -> None:
    page = make_draft()
    response = sign_in(page.owner).post(edit_url(page), form_data(page, title="改好的标题", **{"action-submit": "1"}))
    assert response.status_code == 302
    assert current_stage(page) == ReviewStage.UNIT
    assert latest_draft(page).title == "改好的标题"


def test_content_in_review_is_locked_and_can_be_taken_back(sign_in: SignIn) -> None:
    page = make_draft("送审")
    submit(page)
    client = sign_in(page.owner)
    client.post(edit_url(page), form_data(page, title="偷改"))
    assert latest_draft(page).title == "送审"
    client.post(edit_url(page), form_data(page, **{"action-cancel-workflow": "1"}))
    assert page.specific_class.objects.get().current_workflow_state is None


def test_changed_content_goes_back_to_the_first_review(sign_in: SignIn) -> None:
    page = make_draft()
    submit(page)
    approve_next(page)
    return_to_author(page)
    sign_in(page.owner).post(edit_url(page), form_data(page, title="改过的标题", **{"action-submit": "1"}))
    assert current_stage(page) == ReviewStage.UNIT
    approve_next(page)
    assert current_stage(page) == ReviewStage.CONFIDENTIALITY
    approve_next(page)
    assert DisclosurePage.objects.public().get().title == "改过的标题"


def test_unchanged_content_is_not_asked_about_twice() -> None:
    page = make_draft()
    state = submit(page).workflow_state
    approve_next(page)
    return_to_author(page)
    make_changed_draft(page)
    state.refresh_from_db()
    state.resume(page.owner)
    assert current_stage(page) == ReviewStage.CONFIDENTIALITY
    approve_next(page)
    assert DisclosurePage.objects.public().exists()


def test_approvals_of_an_earlier_round_do_not_count() -> None:
    page = make_draft()
    state = submit(page).workflow_state
    approve_next(page)
    state.refresh_from_db()
    state.cancel(user=page.owner)
    submit(page)
    assert current_stage(page) == ReviewStage.UNIT


def test_requested_day_is_kept_until_it_comes(sign_in: SignIn) -> None:
    page = make_draft()
    day = timezone.localtime() + dt.timedelta(days=2)
    data = form_data(page, go_live_at=f"{day:%Y-%m-%d %H:%M}", expire_at="2030-01-01 00:00", **{"action-submit": "1"})
    sign_in(page.owner).post(edit_url(page), data)
    cleared = publish(page)
    assert (cleared.live, cleared.expire_at) == (False, None)
    assert cleared.scheduled_revision.approved_go_live_at.date() == day.astimezone(dt.UTC).date()


def test_submitted_version_is_not_written_over_by_an_open_editor(sign_in: SignIn) -> None:
    page = make_draft("送审")
    revision = page.get_latest_revision()
    state = submit(page).workflow_state
    state.cancel(user=page.owner)
    data = form_data(page, title="自动保存", overwrite_revision_id=revision.pk)
    sign_in(page.owner).post(edit_url(page), data)
    revision.refresh_from_db()
    assert revision.content["title"] == "送审"
    assert latest_draft(page).title == "自动保存"


def test_moderator_may_mend_a_returned_draft_and_is_then_its_author(sign_in: SignIn) -> None:
    page = make_draft()
    moderator = make_moderator(page.unit)
    data = form_data(page, title="由审核员修改", **{"action-submit": "1"})
    sign_in(moderator).post(edit_url(page), data)
    task_state = TaskState.objects.get()
    url = reverse("gongkai_clearance:review", args=[task_state.pk])
    assert sign_in(moderator).post(url, {"decision": "approved"}).status_code == 403


@pytest.mark.parametrize(
    ("value", "blank"),
    [
        ("", True),
        (None, True),
        ("<p></p><p> </p>", True),
        ("<p>正文</p>", False),
        ('<p><embed embedtype="image" id="1"/></p>', False),
        (dt.date(2026, 6, 1), False),
        ("普通文字", False),
    ],
)
def test_prose_without_anything_to_read_is_blank(value: Any, blank: bool) -> None:
    assert is_blank(value) is blank


def test_submitting_empty_paragraphs_is_refused_at_the_body(sign_in: SignIn) -> None:
    page = make_draft()
    empty = nested_form_data({"body": streamfield([("text", rich_text("<p></p>", features=BODY_FEATURES))])})
    response = sign_in(page.owner).post(edit_url(page), form_data(page, **empty, **{"action-submit": "1"}))
    assert response.context["form"].errors.keys() == {"body"}
