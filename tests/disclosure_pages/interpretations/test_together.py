"""“Same time” publishing: a document and its interpretations become public in one act, or neither does."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from cms.people.enums import Role
from disclosure_pages.clearance.domain.acts import force_publication, recall_schedule
from disclosure_pages.clearance.domain.reviewing import Ruling
from disclosure_pages.clearance.domain.scheduling import publish_due
from disclosure_pages.clearance.exceptions import FindingsOpen
from disclosure_pages.clearance.models import Clearance, HeldPublication, PublicationFailure
from disclosure_pages.documents.models import IndexNumber, LegalRecord
from plugins.findings import Finding, GateRequest, Stage
from plugins.hookspecs import hookimpl
from plugins.registry import manager
from tests.factories.documents import document_section, make_document_draft, make_policy_document
from tests.factories.interpretations import make_interpretation, make_interpretation_draft
from tests.factories.pages import approve_next, make_changed_draft, publish, publish_by_reviews, submit
from tests.factories.people import make_moderator, make_person
from tests.factories.tree import make_section

from .conftest import stored

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair() -> tuple[Any, Any]:
    document = make_document_draft("关于停车管理的通知")
    return document, make_interpretation_draft(document)


@pytest.fixture
def barrier():
    """A gate that stops pages by title at the moment of publication."""
    titles: set[str] = set()

    class Barrier:
        @staticmethod
        @hookimpl
        def publication_gate(request: GateRequest) -> list[Finding]:
            if request.stage == Stage.PUBLISH and request.page.title in titles:
                return [Finding(code="test.barrier", message="闸门关闭。", remedy="等待。")]
            return []

    manager.register(Barrier, name="test.barrier")
    yield titles
    manager.unregister(Barrier)


def public(*pages: Any) -> list[bool]:
    rows = [stored(page) for page in pages]
    assert [row.live for row in rows] == [row.is_public for row in rows]
    return [row.live for row in rows]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["document first", "interpretation first"])
def test_last_approval_of_the_later_one_publishes_both(pair, order) -> None:
    first, second = (pair[index] for index in order)
    publish(first)
    assert (public(*pair), HeldPublication.objects.count()) == ([False, False], 1)
    publish(second)
    assert (public(*pair), HeldPublication.objects.count()) == ([True, True], 0)


def test_held_document_has_no_number_and_no_record(pair) -> None:
    publish(pair[0])
    assert (IndexNumber.objects.count(), LegalRecord.objects.count()) == (0, 0)


def test_document_waits_for_a_draft_that_nobody_has_submitted(pair) -> None:
    publish(pair[0])
    publish_due()
    assert public(*pair) == [False, False]


@pytest.mark.parametrize("failing", [0, 1], ids=["document", "interpretation"])
def test_failure_of_one_leaves_both_unpublished(pair, barrier, failing) -> None:
    publish(pair[0])
    submit(pair[1])
    approve_next(pair[1])
    barrier.add(pair[failing].title)
    with pytest.raises(FindingsOpen):
        approve_next(pair[1])
    assert public(*pair) == [False, False]
    assert not LegalRecord.objects.exists()
    assert not Clearance.objects.of(pair[1]).exists()
    barrier.clear()
    approve_next(pair[1])
    assert public(*pair) == [True, True]


def test_finding_names_the_page_that_it_is_about(pair, barrier) -> None:
    publish(pair[0])
    submit(pair[1])
    approve_next(pair[1])
    barrier.add(pair[0].title)
    with pytest.raises(FindingsOpen) as refusal:
        approve_next(pair[1])
    assert [pair[0].title in finding.message for finding in refusal.value.findings] == [True]


def test_all_interpretations_of_a_document_are_waited_for() -> None:
    document = make_document_draft()
    text, chart = make_interpretation_draft(document), make_interpretation_draft(document, title="一图读懂")
    pages = [publish(page) for page in (document, text, chart)]
    assert public(*pages) == [True, True, True]
    assert Clearance.objects.valid().count() == 3


def test_interpretation_of_two_documents_brings_both_along() -> None:
    first = make_document_draft()
    second = make_document_draft(section=document_section(unit=first.unit))
    interpretation = make_interpretation_draft(first, second)
    publish(first)
    publish(interpretation)
    assert public(first, second, interpretation) == [False, False, False]
    publish(second)
    assert public(first, second, interpretation) == [True, True, True]


def test_document_does_not_wait_for_an_interpretation_on_its_own_day(pair) -> None:
    document = make_document_draft()
    later = make_interpretation_draft(document, publish_together=False)
    publish(later)
    assert public(document, later) == [False, False]
    publish(document)
    assert public(document) == [True]
    publish_due()
    assert public(document, later) == [True, True]


def test_interpretation_of_a_public_document_waits_for_nothing() -> None:
    document = make_policy_document()
    assert public(make_interpretation(document)) == [True]


def test_draft_of_another_unit_holds_nothing_back() -> None:
    document = make_document_draft()
    make_interpretation_draft(document, section=make_section(column=document.column))
    assert public(publish(document)) == [True]


def test_interpretation_that_stays_inside_is_not_waited_for(pair) -> None:
    document, interpretation = pair
    publish(document)
    submit(interpretation)
    approve_next(interpretation)
    approve_next(interpretation, ruling=Ruling(attribute="withheld", basis="第十六条", ground="process"))
    publish_due()
    assert public(document, interpretation) == [True, False]


def test_requested_day_of_one_is_the_day_of_both(pair) -> None:
    document, interpretation = pair
    day = timezone.now() + dt.timedelta(days=2)
    publish(make_changed_draft(document, go_live_at=day))
    publish(interpretation)
    publish_due()
    assert public(*pair) == [False, False]
    publish_due(now=day + dt.timedelta(minutes=1))  # a clock that runs ahead takes no pair apart
    assert public(*pair) == [False, False]


def test_timer_publishes_both_when_the_day_has_come(pair) -> None:
    document, interpretation = pair
    publish(make_changed_draft(document, go_live_at=timezone.now() + dt.timedelta(days=2)))
    publish(interpretation)
    let_the_day_come(document)
    outcomes = publish_due()
    assert public(*pair) == [True, True]
    assert {outcome.title for outcome in outcomes} == {document.title, interpretation.title}


def let_the_day_come(page: Any) -> None:
    held = HeldPublication.objects.get(page=page.pk)
    held.due_at = timezone.now() - dt.timedelta(minutes=5)
    held.save()
    revision = page.revisions.get(pk=held.revision_id)
    revision.content["go_live_at"] = held.due_at.isoformat()
    revision.save()


def test_document_that_was_scheduled_before_it_was_paired_waits_too() -> None:
    document = make_document_draft(go_live_at=timezone.now() + dt.timedelta(days=1))
    publish(document)
    assert stored(document).scheduled_revision is not None
    interpretation = make_interpretation_draft(document)
    publish_due(now=timezone.now() + dt.timedelta(days=2))
    assert (public(document), stored(document).scheduled_revision) == ([False], None)
    let_the_day_come(document)
    publish(interpretation)
    assert public(document, interpretation) == [True, True]


def test_failure_of_the_timer_is_recorded_for_both_and_publishes_neither(pair, barrier) -> None:
    document, interpretation = pair
    publish(make_changed_draft(document, go_live_at=timezone.now() + dt.timedelta(days=2)))
    publish(interpretation)
    let_the_day_come(document)
    barrier.add(interpretation.title)
    publish_due()
    assert public(*pair) == [False, False]
    assert set(PublicationFailure.objects.values_list("page_id", flat=True)) == {document.pk, interpretation.pk}
    barrier.clear()
    publish_due()
    assert (public(*pair), PublicationFailure.objects.count()) == ([True, True], 0)


def test_held_content_is_locked_until_it_is_recalled(pair) -> None:
    document = pair[0]
    publish(document)
    lock = stored(document).get_lock()
    moderator = make_moderator(document.unit)
    assert lock.for_user(moderator)
    assert pair[1].title in lock.get_message(moderator)
    recall_schedule(page=stored(document), user=moderator, reason="还要修改")
    assert stored(document).get_lock() is None
    assert not Clearance.objects.of(document).valid().exists()
    publish(pair[1])
    assert public(*pair) == [False, False]


def test_lock_does_not_name_what_the_person_may_not_read(pair) -> None:
    publish(pair[0])
    stranger = make_person(Role.EDITOR, unit=make_section().unit)
    assert pair[1].title not in stored(pair[0]).get_lock().get_message(stranger)


def test_forced_publication_waits_for_nobody(pair) -> None:
    document = pair[0]
    publish(document)
    office = make_person(Role.DISCLOSURE_OFFICE, district=document.district)
    recall_schedule(page=stored(document), user=office, reason="应急")
    force_publication(page=stored(document), user=office, reason="防汛应急", basis="应急预案")
    assert public(*pair) == [True, False]
    publish(pair[1])
    assert public(*pair) == [True, True]


def test_author_is_told_what_the_document_waits_for(pair, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        publish_by_reviews(pair[0])
    told = [letter for letter in mail.outbox if letter.to == [pair[0].owner.email]]
    assert any(pair[1].title in letter.body for letter in told)


def test_four_eyes_hold_for_each_of_the_pair(pair) -> None:
    document, interpretation = pair
    publish(document)
    publish(interpretation)
    for page in pair:
        reviewers = {review.reviewer_id for review in stored(page).reviews.all()}
        assert len(reviewers) == 2
        assert page.owner_id not in reviewers
