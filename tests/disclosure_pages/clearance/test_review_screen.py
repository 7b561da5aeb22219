"""The review screen over HTTP: who sees it, what it shows, what each decision and each refusal answers."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.urls import reverse
from wagtail.models import TaskState

from cms.people.enums import Role
from disclosure_pages.clearance.enums import ChecklistItem, ReviewStage
from disclosure_pages.clearance.models import Review
from disclosure_pages.clearance.views.found import find_review
from disclosure_pages.tree.models import DisclosurePage
from tests.factories.pages import (
    approve_next,
    make_changed_draft,
    make_draft,
    make_published,
    reasons_for,
    submit,
)
from tests.factories.people import make_membership, make_moderator, make_person, make_superuser

from .conftest import SignIn

pytestmark = pytest.mark.django_db

MOBILE = "<p>联系电话 13800138000。</p>"


def url_of(task_state: TaskState, name: str = "review") -> str:
    return reverse(f"gongkai_clearance:{name}", args=[task_state.pk])


def open_task(page: Any) -> TaskState:
    state = page.specific_class.objects.get(pk=page.pk).current_workflow_state
    return state.current_task_state


def at_confidentiality(page: Any) -> TaskState:
    submit(page)
    approve_next(page)
    return open_task(page)


def ruling(**changes: Any) -> dict[str, Any]:
    filled = {
        "decision": "approved",
        "comment": "",
        "attribute": "proactive",
        "basis": "条例第二十条",
        "checklist": ChecklistItem.values,
    }
    return {**filled, **changes}


def test_moderator_of_the_unit_sees_page_and_decision(sign_in: SignIn) -> None:
    page = make_draft("秋季招生公告")
    task_state = submit(page)
    response = sign_in(make_moderator(page.unit)).get(url_of(task_state))
    text = response.content.decode()
    assert response.status_code == 200
    assert "秋季招生公告" in text
    assert url_of(task_state, "review_preview") in text
    assert 'value="approved"' in text


@pytest.mark.parametrize("name", ["review", "review_preview"])
@pytest.mark.parametrize(
    "role", [Role.EDITOR, Role.CONFIDENTIALITY_REVIEWER, Role.DISCLOSURE_OFFICE, Role.CITY_AUDITOR]
)
def test_review_is_not_there_for_other_roles(sign_in: SignIn, role: str, name: str) -> None:
    page = make_draft()
    task_state = submit(page)
    places = {Role.EDITOR: {"unit": page.unit}, Role.CITY_AUDITOR: {"city": page.district.city}}
    person = make_person(role, **places.get(role, {"district": page.district}))
    assert sign_in(person).get(url_of(task_state, name)).status_code == 404


@pytest.mark.parametrize("name", ["review", "review_preview"])
def test_review_is_not_there_for_strangers_and_superusers(sign_in: SignIn, name: str) -> None:
    task_state = submit(make_draft())
    stranger = make_moderator(make_draft().unit)
    answers = [sign_in(person).get(url_of(task_state, name)).status_code for person in (stranger, make_superuser())]
    assert answers == [404, 404]


def test_review_asks_the_unknown_to_sign_in(client: Any) -> None:
    task_state = submit(make_draft())
    assert client.get(url_of(task_state)).url.startswith(reverse("wagtailadmin_login"))
    with pytest.raises(Http404):
        find_review(user=AnonymousUser(), pk=task_state.pk)


def test_author_who_moderates_may_look_but_not_decide(sign_in: SignIn) -> None:
    page = make_draft()
    make_membership(page.owner, Role.MODERATOR, unit=page.unit)
    client, address = sign_in(page.owner), url_of(submit(page))
    assert 'value="approved"' not in client.get(address).content.decode()
    assert client.post(address, {"decision": "approved"}).status_code == 403
    assert not Review.objects.exists()


def test_unit_approval_moves_on_and_leads_home(sign_in: SignIn) -> None:
    page = make_draft()
    task_state = submit(page)
    response = sign_in(make_moderator(page.unit)).post(url_of(task_state), {"decision": "approved"})
    assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))
    assert open_task(page).task.specific.stage == ReviewStage.CONFIDENTIALITY


def test_return_without_a_reason_is_refused_on_the_form(sign_in: SignIn) -> None:
    page = make_draft()
    response = sign_in(make_moderator(page.unit)).post(url_of(submit(page)), {"decision": "returned"})
    assert response.status_code == 400
    assert response.context["form"].errors.keys() == {"comment"}


def test_return_with_a_reason_goes_back_to_the_author(sign_in: SignIn) -> None:
    page = make_draft()
    data = {"decision": "returned", "comment": "请补充附件"}
    sign_in(make_moderator(page.unit)).post(url_of(submit(page)), data)
    assert page.current_workflow_state.status == "needs_changes"
    assert Review.objects.get().comment == "请补充附件"


def test_confidentiality_review_publishes(sign_in: SignIn) -> None:
    page = make_draft()
    task_state = at_confidentiality(page)
    reviewer = make_person(Role.CONFIDENTIALITY_REVIEWER, district=page.district)
    assert sign_in(reviewer).post(url_of(task_state), ruling()).status_code == 302
    assert DisclosurePage.objects.public().get().pk == page.pk


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"attribute": ""}, "attribute"),
        ({"basis": " "}, "basis"),
        ({"checklist": ChecklistItem.values[1:]}, "checklist"),
        ({"attribute": "withheld"}, "ground"),
    ],
)
def test_incomplete_ruling_comes_back_at_the_field_with_what_was_filled_in(
    sign_in: SignIn, changes: dict[str, Any], field: str
) -> None:
    page = make_draft()
    task_state = at_confidentiality(page)
    reviewer = make_person(Role.CONFIDENTIALITY_REVIEWER, district=page.district)
    response = sign_in(reviewer).post(url_of(task_state), ruling(comment="看过", **changes))
    assert response.status_code == 400
    assert response.context["form"].errors.keys() == {field}
    assert "看过" in response.content.decode()


def test_withheld_content_is_decided_and_stays_inside(sign_in: SignIn) -> None:
    page = make_draft()
    task_state = at_confidentiality(page)
    reviewer = make_person(Role.CONFIDENTIALITY_REVIEWER, district=page.district)
    data = ruling(attribute="withheld", ground="internal_affairs", checklist=[])
    assert sign_in(reviewer).post(url_of(task_state), data).status_code == 302
    assert not DisclosurePage.objects.public().exists()
    assert page.clearances.get().ground == "internal_affairs"


def test_personal_data_stops_until_a_reason_is_recorded(sign_in: SignIn) -> None:
    page = make_draft(body=MOBILE)
    client, address = sign_in(make_moderator(page.unit)), url_of(submit(page))
    refused = client.post(address, {"decision": "approved"})
    assert refused.status_code == 400
    assert "138******00" in refused.content.decode()
    reason = {"decision": "approved", "override-gongkai.personal_data.mobile": "公开的办公电话"}
    assert client.post(address, reason).status_code == 302
    assert Review.objects.get().overrides == reasons_for(page, "公开的办公电话")


def test_what_was_not_seen_is_not_decided(sign_in: SignIn) -> None:
    page = make_draft()
    client, address = sign_in(make_moderator(page.unit)), url_of(submit(page))
    refused = client.post(address, {"decision": "approved", "digest": "0" * 64, "comment": "同意"})
    assert refused.status_code == 409
    assert "同意" in refused.content.decode()
    shown = refused.context["form"]["digest"].value()
    assert client.post(address, {"decision": "approved", "digest": shown}).status_code == 302


def test_content_changed_after_submission_is_refused(sign_in: SignIn) -> None:
    page = make_draft()
    address = url_of(submit(page))
    make_changed_draft(page, title="后来改的标题")
    assert sign_in(make_moderator(page.unit)).post(address, {"decision": "approved"}).status_code == 409


def test_closed_review_is_shown_without_decision(sign_in: SignIn) -> None:
    page = make_draft()
    task_state = submit(page)
    moderator = make_moderator(page.unit)
    approve_next(page, by=moderator)
    client = sign_in(moderator)
    assert 'value="approved"' not in client.get(url_of(task_state)).content.decode()
    assert client.post(url_of(task_state), {"decision": "returned", "comment": "迟了"}).status_code == 403


def test_first_content_is_all_new_and_later_content_shows_its_changes(sign_in: SignIn) -> None:
    page = make_published("原来的标题")
    changed = make_changed_draft(page, title="新的标题")
    response = sign_in(make_moderator(page.unit)).get(url_of(submit(changed)))
    labels = [str(item.field_label()) for item in response.context["changes"].comparisons]
    assert len(labels) == 1
    assert 'class="deletion"' in str(response.context["changes"].comparisons[0].htmldiff())


def test_preview_is_exactly_the_submitted_revision_in_our_own_frame_only(sign_in: SignIn) -> None:
    page = make_draft("送审的标题")
    task_state = submit(page)
    make_changed_draft(page, title="后来改的标题")
    response = sign_in(make_moderator(page.unit)).get(url_of(task_state, "review_preview"))
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in response.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in response.headers["Content-Security-Policy"]
    assert "送审的标题" in response.content.decode()
    assert "后来改的标题" not in response.content.decode()


def test_screen_costs_the_same_however_long_the_history(sign_in: SignIn, django_assert_max_num_queries: Any) -> None:
    page = make_draft()
    client = sign_in(make_moderator(page.unit))
    address = url_of(submit(page))
    client.get(address)
    with django_assert_max_num_queries(70) as few:
        client.get(address)
    for _ in range(5):
        Review.objects.create(page_id=page.pk, page_title="", revision_id=1, digest="", reviewer=page.owner)
    with django_assert_max_num_queries(70) as many:
        client.get(address)
    assert len(few) == len(many)
