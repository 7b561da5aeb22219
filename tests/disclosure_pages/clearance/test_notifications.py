"""Letters: to whom, about what, with which link; and that mail never stands in the way of an act."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from cms.people.enums import Role
from disclosure_pages.clearance import letters as letter_writing
from disclosure_pages.clearance.domain.acts import delete_as_error, recall_schedule, withdraw_content
from disclosure_pages.clearance.domain.reviewing import Ruling, return_review
from disclosure_pages.clearance.domain.scheduling import publish_due
from disclosure_pages.clearance.models import Clearance, Review
from disclosure_pages.tree.models import DisclosurePage
from tests.factories.pages import approve_next, make_draft, make_published, submit
from tests.factories.people import make_moderator, make_person, make_superuser

pytestmark = pytest.mark.django_db

Committed = Callable[..., Any]


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Any) -> Committed:
    """Run an act as if its transaction were committed."""

    def run(act: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            return act(*args, **kwargs)

    return run


def letters() -> dict[str, str]:
    """Address → text of what was sent."""
    return {letter.to[0]: f"{letter.subject}\n{letter.body}" for letter in mail.outbox}


def absolute(name: str, *args: Any) -> str:
    return settings.WAGTAILADMIN_BASE_URL + reverse(name, args=args)


def confidentiality_reviewer(page: Any) -> Any:
    return make_person(Role.CONFIDENTIALITY_REVIEWER, district=page.district)


def test_submission_asks_the_reviewers_of_the_unit_and_nobody_else(committed: Committed) -> None:
    page = make_draft("秋季招生公告")
    moderator = make_moderator(page.unit)
    make_moderator(make_draft().unit)
    make_superuser()
    task_state = committed(submit, page)
    assert letters().keys() == {moderator.email}
    assert "秋季招生公告" in letters()[moderator.email]
    assert absolute("gongkai_clearance:review", task_state.pk) in letters()[moderator.email]


def test_approval_asks_the_next_reviewers(committed: Committed) -> None:
    page = make_draft()
    reviewer = confidentiality_reviewer(page)
    submit(page)
    committed(approve_next, page)
    assert letters().keys() == {reviewer.email}


def test_author_who_moderates_is_not_asked(committed: Committed) -> None:
    page = make_draft()
    make_moderator(page.unit)
    page.owner.memberships.create(role=Role.MODERATOR, unit=page.unit)
    committed(submit, page)
    assert page.owner.email not in letters()


def test_return_tells_the_author_why(committed: Committed) -> None:
    page = make_draft()
    moderator = make_moderator(page.unit)
    task_state = submit(page)
    committed(return_review, task_state=task_state, reviewer=moderator, reason="请补充附件")
    assert letters().keys() == {page.owner.email}
    assert "请补充附件" in letters()[page.owner.email]
    assert absolute("wagtailadmin_pages:edit", page.pk) in letters()[page.owner.email]


def test_publication_tells_the_author_the_public_address(committed: Committed) -> None:
    page = make_draft()
    submit(page)
    approve_next(page)
    committed(approve_next, page)
    assert letters().keys() == {page.owner.email}
    assert DisclosurePage.objects.get().full_url in letters()[page.owner.email]


def test_content_cleared_for_a_day_tells_the_author_the_day(committed: Committed) -> None:
    day = timezone.now() + dt.timedelta(days=2)
    page = make_draft(go_live_at=day)
    submit(page)
    approve_next(page)
    committed(approve_next, page)
    assert f"{timezone.localtime(day):%Y-%m-%d %H:%M}" in letters()[page.owner.email]


def test_content_decided_not_to_be_public_tells_the_author(committed: Committed) -> None:
    page = make_draft()
    submit(page)
    approve_next(page)
    committed(approve_next, page, ruling=Ruling(attribute="on_request", basis="条例第二十七条"))
    assert "条例第二十七条" in letters()[page.owner.email]


def test_withdrawal_tells_author_and_moderators_but_not_who_did_it(committed: Committed) -> None:
    page = make_published()
    author, other = page.owner, make_moderator(page.unit)
    actor = make_person(Role.DISCLOSURE_OFFICE, district=page.district)
    committed(withdraw_content, page=page, user=actor, reason="数据有误")
    assert {author.email, other.email} <= letters().keys()
    assert actor.email not in letters()
    assert "数据有误" in letters()[author.email]


def test_deletion_tells_without_a_link_to_what_is_gone(committed: Committed) -> None:
    page = make_published()
    actor = make_person(Role.DISCLOSURE_OFFICE, district=page.district)
    address = absolute("wagtailadmin_pages:edit", page.pk)
    committed(delete_as_error, page=page, user=actor, reason="误发")
    assert "误发" in letters()[page.owner.email]
    assert address not in letters()[page.owner.email]


def test_recall_tells_the_author(committed: Committed) -> None:
    page = make_draft(go_live_at=timezone.now() + dt.timedelta(days=2))
    submit(page)
    approve_next(page)
    approve_next(page)
    fresh = page.specific_class.objects.get(pk=page.pk)
    committed(recall_schedule, page=fresh, user=make_moderator(page.unit), reason="另行安排")
    assert "另行安排" in letters()[page.owner.email]


def test_failed_schedule_tells_the_office_once(committed: Committed) -> None:
    page = make_draft()
    office = make_person(Role.DISCLOSURE_OFFICE, district=page.district)
    page.revisions.update(approved_go_live_at=timezone.now() - dt.timedelta(hours=1))
    committed(publish_due)
    assert letters().keys() == {office.email}
    assert absolute("gongkai_clearance:report_failures") in letters()[office.email]
    committed(publish_due)
    assert letters() == {}


def test_people_without_address_or_wish_are_passed_over(committed: Committed) -> None:
    page = make_draft()
    silent, unwilling = make_moderator(page.unit), make_moderator(page.unit)
    type(silent).objects.filter(pk=silent.pk).update(email="")
    profile = UserProfile.get_for_user(unwilling)
    profile.submitted_notifications = False
    profile.save()
    committed(submit, page)
    assert letters() == {}


def test_nothing_is_sent_when_the_act_is_undone() -> None:
    page = make_draft()
    make_moderator(page.unit)
    mail.outbox.clear()
    submit(page)
    assert mail.outbox == []


def test_mail_server_that_is_away_stops_nothing(committed: Committed, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    page = make_draft()
    make_moderator(page.unit)
    submit(page)
    committed(approve_next, page)
    assert Review.objects.count() == 1
    assert not Clearance.objects.exists()


def test_titles_are_not_escaped_and_stay_on_one_line(committed: Committed) -> None:
    page = make_draft("A & B “通知”\n第二行")
    moderator = make_moderator(page.unit)
    committed(submit, page)
    assert "A & B “通知” 第二行" in letters()[moderator.email].splitlines()[0]
    assert "&amp;" not in letters()[moderator.email]


def test_nobody_is_told_in_silence(committed: Committed) -> None:
    draft = make_draft()
    make_moderator(draft.unit)
    with letter_writing.silence():
        committed(submit, draft)

    assert mail.outbox == []
