"""Which reviews a document passes: those of its kind, also when the kind changes on the way."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Workflow

from cms.people.enums import Role
from disclosure_pages.clearance.domain.reviewing import (
    Ruling,
    approve_review,
    refusal_for,
    return_review,
)
from disclosure_pages.clearance.domain.waiting import reviews_waiting_for
from disclosure_pages.clearance.domain.workflows import STANDARD, set_office_approval
from disclosure_pages.clearance.enums import LegalityItem, ReviewStage
from disclosure_pages.clearance.exceptions import FindingsOpen, ReviewRefused
from disclosure_pages.clearance.models import RegistrationTask, Review
from disclosure_pages.documents.models import DocumentKind, Registration
from tests.factories.documents import make_document_draft
from tests.factories.pages import approve_next, lawful_ruling, make_changed_draft, publish, reviewer_for, submit
from tests.factories.people import make_membership, make_person

from .conftest import NORMATIVE, bring_to, make_normative_draft, stage_of

pytestmark = pytest.mark.django_db

LEGAL = [ReviewStage.UNIT, ReviewStage.LEGALITY, ReviewStage.CONFIDENTIALITY, ReviewStage.REGISTRATION]


def stages_passed(page: Any) -> list[str]:
    """Stages that approved, in their order; the page is public at the end."""
    published = publish(page)
    assert published.live
    return list(Review.objects.filter(page=page).order_by("pk").values_list("stage", flat=True))


def set_kind(page: Any, code: str) -> Any:
    return make_changed_draft(page, kind=DocumentKind.objects.get(code=code))


def resume(page: Any) -> None:
    page.specific_class.objects.get(pk=page.pk).current_workflow_state.resume(page.owner)


def test_normative_document_passes_the_legal_office_twice() -> None:
    assert stages_passed(make_normative_draft()) == LEGAL


def test_other_document_passes_the_two_usual_reviews() -> None:
    assert stages_passed(make_document_draft()) == [ReviewStage.UNIT, ReviewStage.CONFIDENTIALITY]


def test_office_approves_before_registration_where_the_column_asks() -> None:
    page = make_normative_draft()
    set_office_approval(column=page.column, needed=True)
    assert stages_passed(page) == [*LEGAL[:3], ReviewStage.OFFICE, LEGAL[3]]


def test_kind_of_the_draft_decides_and_not_that_of_the_public_page() -> None:
    page = set_kind(publish(make_document_draft()), NORMATIVE)
    submit(page)
    approve_next(page)
    assert stage_of(page) == ReviewStage.LEGALITY


def test_workflow_of_other_content_is_left_for_that_of_the_kind() -> None:
    page = make_normative_draft()
    Workflow.objects.get(name=STANDARD).start(page, page.owner)
    approve_next(page)
    assert stage_of(page) == ReviewStage.LEGALITY


@pytest.mark.parametrize(
    ("before", "after", "passed"), [("notice", NORMATIVE, LEGAL), (NORMATIVE, "notice", LEGAL[::2])]
)
def test_kind_changed_after_a_return_decides_the_reviews_to_come(before: str, after: str, passed: list[str]) -> None:
    page = make_document_draft(kind=before)
    submit(page)
    approve_next(page)
    task_state = page.current_workflow_state.current_task_state
    reviewer = reviewer_for(page, task_state.task.specific.stage)
    return_review(task_state=task_state, reviewer=reviewer, reason="体裁有误")
    set_kind(page, after)
    resume(page)
    publish(page)
    digest = Review.objects.order_by("-pk").values("digest")[:1]
    assert list(Review.objects.filter(digest=digest).order_by("pk").values_list("stage", flat=True)) == passed


def test_list_of_kinds_changed_during_the_last_review_lets_nothing_through() -> None:
    page = make_document_draft()
    task_state = bring_to(page, ReviewStage.CONFIDENTIALITY)
    DocumentKind.objects.filter(code="notice").update(legal_class="normative")
    with pytest.raises(ReviewRefused, match=str(ReviewStage.LEGALITY.label)):
        approve_next(page)
    page.refresh_from_db()
    assert (page.live, Registration.objects.count(), task_state.pk) == (False, 0, page.current_workflow_task_state.pk)


# --- the legality review -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ruling", "fields"),
    [
        (Ruling(checklist=list(LegalityItem.values)), ["opinion"]),
        (Ruling(opinion="合法", checklist=LegalityItem.values[1:]), ["checklist"]),
        (Ruling(opinion=" "), ["opinion", *["checklist"] * len(LegalityItem)]),
    ],
)
def test_legality_review_needs_opinion_and_checklist(ruling: Ruling, fields: list[str]) -> None:
    page = make_normative_draft()
    task_state = bring_to(page, ReviewStage.LEGALITY)
    with pytest.raises(FindingsOpen) as refusal:
        approve_review(task_state=task_state, reviewer=reviewer_for(page, ReviewStage.LEGALITY), ruling=ruling)
    assert [finding.field for finding in refusal.value.findings] == fields


# --- four eyes ---------------------------------------------------------------------------------------------------


def test_one_person_of_the_legal_office_may_review_and_register() -> None:
    page = make_normative_draft()
    person = make_person(Role.LEGAL_OFFICE, district=page.district)
    task_state = bring_to(page, ReviewStage.LEGALITY)
    approve_review(task_state=task_state, reviewer=person, ruling=lawful_ruling())
    approve_next(page)
    assert reviews_waiting_for(person, now=timezone.now()).get().task.specific == RegistrationTask.objects.get()
    approve_next(page, by=person)
    entry = Registration.objects.get()
    assert (entry.judged_by, entry.registered_by) == (person, person)


@pytest.mark.parametrize("stage", [ReviewStage.LEGALITY, ReviewStage.REGISTRATION])
def test_author_in_the_legal_office_does_neither(stage: str) -> None:
    page = make_normative_draft()
    make_membership(page.owner, Role.LEGAL_OFFICE, district=page.district)
    task_state = bring_to(page, stage)
    assert refusal_for(task_state=task_state, reviewer=page.owner) != ""
    assert not reviews_waiting_for(page.owner, now=timezone.now()).exists()


@pytest.mark.parametrize("stage", [ReviewStage.UNIT, ReviewStage.CONFIDENTIALITY])
def test_reviewer_of_another_stage_does_not_register(stage: str) -> None:
    page = make_normative_draft()
    task_state = bring_to(page, ReviewStage.REGISTRATION)
    person = Review.objects.get(stage=stage).reviewer
    make_membership(person, Role.LEGAL_OFFICE, district=page.district)
    assert refusal_for(task_state=task_state, reviewer=person) != ""
    assert not reviews_waiting_for(person, now=timezone.now()).exists()
