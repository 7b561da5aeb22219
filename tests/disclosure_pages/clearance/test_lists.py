"""The queue, the contents and the reports: who opens them, what they hold, what they cost."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import TaskState

from cms.people.enums import Role
from cms.people.models import User
from disclosure_pages.clearance.domain.acts import force_publication, withdraw_content
from disclosure_pages.clearance.domain.reviewing import refusal_for
from disclosure_pages.clearance.domain.waiting import open_reviews, reviews_waiting_for
from disclosure_pages.clearance.enums import ReviewStage
from disclosure_pages.clearance.models import PublicationFailure, ReviewDays
from tests.factories.pages import approve_next, make_draft, make_published, submit
from tests.factories.people import make_editor, make_membership, make_moderator, make_person, make_superuser
from tests.factories.tree import make_section

from .conftest import SignIn

pytestmark = pytest.mark.django_db

REPORTS = ("clearances", "forced", "withdrawals", "failures")
Counter = Callable[..., Any]


def url_of(name: str) -> str:
    return reverse(f"gongkai_clearance:{name}")


def office_of(page: Any) -> User:
    return make_person(Role.DISCLOSURE_OFFICE, district=page.district)


def titles(response: Any) -> list[str]:
    rows = [row.instance for row in response.context["table"].rows]
    return sorted(
        getattr(row, "page_title", None)
        or getattr(row, "draft_title", None)
        or (getattr(row, "content", None) or row.page).draft_title
        for row in rows
    )


# --- the queue ---------------------------------------------------------------------------------------------------


def test_queue_holds_what_waits_for_the_person(sign_in: SignIn) -> None:
    mine = make_draft("等我审核")
    moderator = make_moderator(mine.unit)
    submit(mine)
    submit(make_draft("别的单位"))
    submit(make_draft("自己写的", section=mine.get_parent().specific, author=moderator))
    assert titles(sign_in(moderator).get(url_of("queue"))) == ["等我审核"]


def test_queue_is_calm_when_nothing_waits(sign_in: SignIn) -> None:
    response = sign_in(make_moderator(make_section().unit)).get(url_of("queue"))
    assert response.status_code == 200
    assert "gk-calm" in response.content.decode()


@pytest.mark.parametrize("name", ["queue", "queue_results", "contents", "contents_results"])
def test_lists_are_not_there_for_editors_and_superusers(sign_in: SignIn, name: str) -> None:
    for person in (make_editor(make_section().unit), make_superuser()):
        assert sign_in(person).get(url_of(name)).status_code == 404


def test_queue_filters_by_stage_unit_and_delay(sign_in: SignIn) -> None:
    first, second = make_draft("一"), make_draft("二")
    office = office_of(first)
    make_membership(office, Role.CONFIDENTIALITY_REVIEWER, district=second.district)
    submit(first)
    submit(second)
    TaskState.objects.filter(workflow_state__object_id=str(first.pk)).update(
        started_at=timezone.now() - dt.timedelta(days=4)
    )
    approve_next(second)
    client, url = sign_in(office), url_of("queue")
    assert titles(client.get(url)) == ["二"]
    assert titles(client.get(url, {"scope": "all"})) == ["一", "二"]
    assert titles(client.get(url, {"scope": "all", "stage": "confidentiality"})) == ["二"]
    assert titles(client.get(url, {"scope": "all", "unit": first.unit_id})) == ["一"]
    assert titles(client.get(url, {"scope": "all", "overdue": "yes"})) == ["一"]


def test_days_of_a_stage_are_a_setting(sign_in: SignIn) -> None:
    submit(make_draft())
    TaskState.objects.update(started_at=timezone.now() - dt.timedelta(days=4))
    assert open_reviews(now=timezone.now()).get().is_overdue
    url = reverse("wagtailsettings:edit", args=["gongkai_clearance", "reviewdays", ReviewDays.load().pk])
    administrator = sign_in(make_person(Role.SYSTEM_ADMINISTRATOR))
    administrator.post(url, {**dict.fromkeys(ReviewStage.values, 3), "unit": 5})
    assert not open_reviews(now=timezone.now()).get().is_overdue


def test_days_of_a_stage_are_not_changed_by_others(sign_in: SignIn) -> None:
    url = reverse("wagtailsettings:edit", args=["gongkai_clearance", "reviewdays", ReviewDays.load().pk])
    sign_in(office_of(make_draft())).post(url, dict.fromkeys(ReviewStage.values, 9))
    assert ReviewDays.load().unit == 3


def test_queue_links_only_what_the_person_reviews(sign_in: SignIn) -> None:
    task_state = submit(make_draft())
    page = task_state.workflow_state.content_object.specific
    response = sign_in(office_of(page)).get(url_of("queue"), {"scope": "all"})
    assert reverse("gongkai_clearance:review", args=[task_state.pk]) not in response.content.decode()


def test_queue_and_single_review_agree() -> None:
    section = make_section()
    people = [make_editor(section.unit), make_moderator(section.unit), make_moderator(section.unit)]
    make_membership(people[0], Role.MODERATOR, unit=section.unit)
    make_membership(people[1], Role.CONFIDENTIALITY_REVIEWER, district=section.unit.district)
    for number, author in enumerate(people):
        page = make_draft(section=section, author=author)
        submit(page)
        if number == 0:
            approve_next(page, by=people[1])
    for person in people:
        waiting = set(reviews_waiting_for(person, now=timezone.now()).values_list("pk", flat=True))
        open_to = {
            item.pk for item in open_reviews(now=timezone.now()) if not refusal_for(task_state=item, reviewer=person)
        }
        assert waiting == open_to


def test_queue_costs_the_same_at_one_and_three(sign_in: SignIn, django_assert_num_queries: Counter) -> None:
    section = make_section()
    client, url = sign_in(make_moderator(section.unit)), url_of("queue_results")
    submit(make_draft(section=section))
    client.get(url)
    for more in (0, 2):
        for _ in range(more):
            submit(make_draft(section=section))
        with django_assert_num_queries(14):
            client.get(url)


# --- contents ----------------------------------------------------------------------------------------------------


def test_contents_shows_each_role_what_it_may_read(sign_in: SignIn) -> None:
    draft, foreign = make_draft("草稿"), make_published("外区公开")
    url = url_of("contents")
    assert titles(sign_in(make_moderator(draft.unit)).get(url)) == ["外区公开", "草稿"]
    assert titles(sign_in(office_of(foreign)).get(url)) == ["外区公开"]


def test_contents_filters_by_state(sign_in: SignIn) -> None:
    section = make_section()
    moderator = make_moderator(section.unit)
    make_draft("草稿", section=section)
    make_published("公开", section=section)
    gone = make_published("撤下", section=section)
    withdraw_content(page=gone, user=moderator, reason="有误")
    client, url = sign_in(moderator), url_of("contents")
    found = {state: titles(client.get(url, {"state": state})) for state in ("public", "draft", "withdrawn", "waiting")}
    assert found == {"public": ["公开"], "draft": ["草稿"], "withdrawn": ["撤下"], "waiting": []}
    assert titles(client.get(url, {"q": "公"})) == ["公开"]


def test_contents_costs_the_same_at_one_and_three(sign_in: SignIn, django_assert_num_queries: Counter) -> None:
    section = make_section()
    client, url = sign_in(office_of(make_draft(section=section))), url_of("contents_results")
    client.get(url)
    for more in (0, 2):
        for _ in range(more):
            make_draft(section=section)
        with django_assert_num_queries(16):
            client.get(url)


# --- reports -----------------------------------------------------------------------------------------------------


def fill_reports(page: Any) -> User:
    office = office_of(page)
    force_publication(page=page, user=office, reason="应急", basis="预案")
    withdraw_content(page=page.specific_class.objects.get(pk=page.pk), user=office, reason="有误")
    PublicationFailure.objects.create(page_id=page.pk, revision_id=page.pk, due_at=timezone.now(), message="没有清样")
    return office


@pytest.mark.parametrize("name", REPORTS)
def test_report_shows_overseers_their_own_district_only(sign_in: SignIn, name: str) -> None:
    page, foreign = make_draft("本区"), make_draft("外区")
    office = fill_reports(page)
    fill_reports(foreign)
    url = url_of(f"report_{name}")
    auditor = make_person(Role.CITY_AUDITOR, city=page.district.city)
    everywhere = make_person(Role.AUDIT_ADMINISTRATOR)
    assert titles(sign_in(office).get(url)) == ["本区"]
    assert titles(sign_in(auditor).get(url)) == ["本区"]
    assert titles(sign_in(everywhere).get(url)) == ["外区", "本区"]


@pytest.mark.parametrize("name", REPORTS)
def test_report_is_not_there_for_others(sign_in: SignIn, name: str) -> None:
    section = make_section()
    reviewer = make_person(Role.CONFIDENTIALITY_REVIEWER, district=section.unit.district)
    for person in (make_editor(section.unit), make_moderator(section.unit), reviewer, make_superuser()):
        for kind in ("", "_results"):
            assert sign_in(person).get(url_of(f"report_{name}{kind}")).status_code == 404


def test_clearances_are_exported_with_their_reviews(sign_in: SignIn) -> None:
    page = make_published("公开的通知")
    client = sign_in(office_of(page))
    workbook = load_workbook(
        BytesIO(b"".join(client.get(url_of("report_clearances"), {"export": "xlsx"}).streaming_content))
    )
    row = [cell.value for cell in list(workbook.active.rows)[1]]
    assert row[0] == "公开的通知"
    reviewers = [review.reviewer.display_name for review in page.clearances.get().reviews.all()]
    assert all(name in row[5] for name in reviewers)
    text = b"".join(client.get(url_of("report_clearances"), {"export": "csv"}).streaming_content).decode()
    assert "公开的通知" in text


def test_clearance_of_deleted_content_stays_in_the_report(sign_in: SignIn) -> None:
    page = make_published("误发")
    office = office_of(page)
    sign_in(office).post(reverse("gongkai_clearance:delete", args=[page.pk]), {"reason": "误发", "confirm": "on"})
    assert titles(sign_in(office).get(url_of("report_clearances"))) == ["误发"]
