"""Who may decide, on what, and what follows."""

from __future__ import annotations

import dataclasses

import pytest

from cms.people.enums import Role
from disclosure_pages.clearance.domain.reviewing import Ruling, approve_review, refusal_for, return_review
from disclosure_pages.clearance.enums import ReviewStage
from disclosure_pages.clearance.exceptions import FindingsOpen, ReviewRefused
from disclosure_pages.clearance.models import Clearance, Review
from disclosure_pages.pages.models import Article
from disclosure_pages.tree.enums import DisclosureAttribute
from disclosure_pages.tree.models import DisclosurePage
from tests.factories.pages import approve_next, make_draft, proactive_ruling, publish, reasons_for, submit
from tests.factories.people import make_membership, make_person, make_superuser
from tests.factories.tree import make_section

pytestmark = pytest.mark.django_db


def test_two_reviews_publish_what_was_submitted() -> None:
    page = publish(make_draft("招生公告"))
    clearance = Clearance.objects.get()
    assert (page.live, page.is_public, page.attribute) == (True, True, DisclosureAttribute.PROACTIVE)
    assert [review.stage for review in clearance.reviews.order_by("decided_at")] == ["unit", "confidentiality"]


def test_author_may_not_review_even_as_moderator() -> None:
    section = make_section()
    author = make_person(Role.EDITOR, unit=section.unit)
    make_membership(author, Role.MODERATOR, unit=section.unit)
    task_state = submit(make_draft(section=section, author=author))
    with pytest.raises(ReviewRefused):
        approve_review(task_state=task_state, reviewer=author, ruling=Ruling())


def test_submitter_may_not_review_what_another_wrote() -> None:
    page = make_draft()
    moderator = make_person(Role.MODERATOR, unit=page.unit)
    assert refusal_for(task_state=submit(page, by=moderator), reviewer=moderator)


def test_moderator_of_another_unit_may_not_review() -> None:
    page = make_draft()
    stranger = make_person(Role.MODERATOR, unit=make_section(column=page.column).unit)
    assert refusal_for(task_state=submit(page), reviewer=stranger)


def test_superuser_has_no_short_cut() -> None:
    task_state = submit(make_draft())
    with pytest.raises(ReviewRefused):
        approve_review(task_state=task_state, reviewer=make_superuser(), ruling=Ruling())


def test_one_person_may_not_pass_both_stages() -> None:
    page = make_draft()
    person = make_person(Role.MODERATOR, unit=page.unit)
    make_membership(person, Role.CONFIDENTIALITY_REVIEWER, district=page.district)
    submit(page)
    approve_next(page, by=person)
    with pytest.raises(ReviewRefused):
        approve_next(page, by=person)


def test_content_changed_while_in_review_is_refused() -> None:
    page = make_draft()
    task_state = submit(page)
    page.title = "审核期间改的标题"
    page.save_revision(user=page.owner)
    with pytest.raises(ReviewRefused):
        approve_review(task_state=task_state, reviewer=make_person(Role.MODERATOR, unit=page.unit), ruling=Ruling())


def test_content_other_than_what_the_reviewer_saw_is_refused() -> None:
    page = make_draft()
    reviewer = make_person(Role.MODERATOR, unit=page.unit)
    with pytest.raises(ReviewRefused):
        approve_review(task_state=submit(page), reviewer=reviewer, ruling=Ruling(), expected_digest="0" * 64)


@pytest.mark.parametrize("lacking", [{"attribute": ""}, {"basis": " "}, {"checklist": []}])
def test_confidentiality_review_needs_attribute_basis_and_checklist(lacking: dict[str, object]) -> None:
    page = make_draft()
    submit(page)
    approve_next(page)
    with pytest.raises(FindingsOpen):
        approve_next(page, ruling=dataclasses.replace(proactive_ruling(), **lacking))
    assert not Clearance.objects.exists()


@pytest.mark.parametrize("attribute", [DisclosureAttribute.ON_REQUEST, DisclosureAttribute.WITHHELD])
def test_content_that_is_not_proactive_is_cleared_but_never_live(attribute: str) -> None:
    page = make_draft()
    submit(page)
    approve_next(page)
    approve_next(page, ruling=Ruling(attribute=attribute, basis="第十六条", ground="internal_affairs"))
    assert Clearance.objects.get().attribute == attribute
    assert not DisclosurePage.objects.public().exists()


def test_returned_content_keeps_the_reason_and_can_be_submitted_again() -> None:
    page = make_draft()
    task_state = submit(page)
    return_review(task_state=task_state, reviewer=make_person(Role.MODERATOR, unit=page.unit), reason="请补充来源")
    state = Article.objects.get(pk=page.pk).current_workflow_state
    assert state.status == state.STATUS_NEEDS_CHANGES
    assert Review.objects.get().comment == "请补充来源"
    state.resume(page.owner)
    assert publish(page).live


def test_return_without_reason_is_refused() -> None:
    page = make_draft()
    reviewer = make_person(Role.MODERATOR, unit=page.unit)
    with pytest.raises(ReviewRefused):
        return_review(task_state=submit(page), reviewer=reviewer, reason=" ")


def test_personal_data_needs_a_recorded_override() -> None:
    page = make_draft(body="<p>联系电话13812345678</p>")
    submit(page)
    with pytest.raises(FindingsOpen):
        approve_next(page)
    override = reasons_for(page, "单位对外公布的值班电话")
    approve_next(page, ruling=Ruling(overrides=override))
    approve_next(page, ruling=dataclasses.replace(proactive_ruling(), overrides=override))
    assert Review.objects.filter(stage=ReviewStage.UNIT).get().overrides == override
    assert DisclosurePage.objects.public().get().pk == page.pk


def test_draft_with_an_empty_header_cannot_be_submitted() -> None:
    page = make_draft(formed_on=None)
    with pytest.raises(FindingsOpen) as refusal:
        submit(page)
    assert [finding.field for finding in refusal.value.findings] == ["formed_on"]


def test_page_in_review_is_locked_for_everyone() -> None:
    page = make_draft()
    submit(page)
    lock = Article.objects.get(pk=page.pk).get_lock()
    people = [page.owner, make_person(Role.MODERATOR, unit=page.unit), make_superuser()]
    assert [lock.for_user(person) for person in people] == [True, True, True]
