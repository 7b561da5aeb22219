"""Units propose, another person approves or returns."""

from __future__ import annotations

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from cms.people.enums import Role
from disclosure_pages.rounds.domain.approving import approve_items, return_items
from disclosure_pages.rounds.domain.progress import progress_of
from disclosure_pages.rounds.domain.proposing import Proposed, hand_in, record_proposals
from disclosure_pages.rounds.enums import ItemState, Proposal, RoundState
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.rounds.models import RoundItem
from tests.factories.people import make_membership
from tests.factories.rounds import make_open_round, make_round_world, propose_all

pytestmark = pytest.mark.django_db
KEEP = Proposed(proposal=Proposal.KEEP)


@pytest.fixture
def world():
    return make_round_world(2, 1)


@pytest.fixture
def review_round(world):
    return make_open_round(world)


def part_of(review_round, world, number=0):
    return review_round.units.get(unit=world.sections[number].unit)


def items_of(review_round, world, number=0):
    return list(review_round.items.filter(unit=world.sections[number].unit).order_by("pk"))


def test_invited_units_get_a_letter(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make_open_round(world)

    assert sorted(letter.to[0] for letter in mail.outbox) == sorted(editor.email for editor in world.editors)
    assert "2" in mail.outbox[0].body


def test_table_is_saved_half_done(world, review_round):
    first, _second = items_of(review_round, world)
    record_proposals(part=part_of(review_round, world), user=world.editors[0], proposals={first.pk: KEEP})
    row = progress_of(review_round=review_round)[0]

    assert (row.total, row.decided, row.undecided, row.percent) == (2, 1, 1, 50)


def test_half_a_table_is_not_handed_in(world, review_round):
    with pytest.raises(RoundRefused, match="2"):
        hand_in(part=part_of(review_round, world), user=world.editors[0])


def test_proposal_without_its_reason_is_refused(world, review_round):
    first, second = items_of(review_round, world)
    said = {first.pk: KEEP, second.pk: Proposed(proposal=Proposal.REPEAL, reason=" ")}

    with pytest.raises(ValidationError):
        record_proposals(part=part_of(review_round, world), user=world.editors[0], proposals=said)
    assert review_round.items.exclude(proposal="").count() == 0


def test_other_units_do_not_decide(world, review_round):
    item = items_of(review_round, world, 1)[0]

    with pytest.raises(RoundRefused):
        record_proposals(part=part_of(review_round, world, 1), user=world.editors[0], proposals={item.pk: KEEP})


def test_key_of_another_unit_changes_nothing(world, review_round):
    item = items_of(review_round, world, 1)[0]
    number = record_proposals(part=part_of(review_round, world), user=world.editors[0], proposals={item.pk: KEEP})

    assert (number, review_round.items.exclude(proposal="").count()) == (0, 0)


def test_proposals_have_a_history(world, review_round):
    item = items_of(review_round, world)[0]
    for said in (KEEP, Proposed(proposal=Proposal.REPEAL, reason="已有新规定")):
        record_proposals(part=part_of(review_round, world), user=world.editors[0], proposals={item.pk: said})

    rows = RoundItem.history.filter(id=item.pk).order_by("history_id")
    assert [(row.proposal, row.history_user) for row in rows] == [
        (Proposal.KEEP, world.editors[0]),
        (Proposal.REPEAL, world.editors[0]),
    ]


def test_last_unit_that_hands_in_ends_the_time_of_proposals(world, review_round):
    assert review_round.state == RoundState.OPEN
    propose_all(review_round, world)

    assert review_round.state == RoundState.DECIDING


def test_what_was_handed_in_is_closed(world, review_round):
    propose_all(review_round, world)

    with pytest.raises(RoundRefused):
        record_proposals(part=part_of(review_round, world), user=world.editors[0], proposals={})


def test_nobody_approves_their_own_proposal(world, review_round):
    make_membership(world.editors[0], Role.LEGAL_OFFICE, district=world.district)
    propose_all(review_round, world)
    keys = [item.pk for item in items_of(review_round, world)]

    with pytest.raises(RoundRefused):
        approve_items(review_round=review_round, user=world.editors[0], items=keys)
    assert review_round.items.approved().count() == 0


def test_database_holds_four_eyes_too(world, review_round):
    propose_all(review_round, world)

    with pytest.raises(IntegrityError), transaction.atomic():
        review_round.items.update(approved_by=world.editors[0], approved_at=timezone.now())


def test_people_of_a_unit_approve_nothing(world, review_round):
    propose_all(review_round, world)

    with pytest.raises(RoundRefused):
        approve_items(review_round=review_round, user=world.editors[1], items=[items_of(review_round, world)[0].pk])


def test_proposals_are_approved_after_they_were_handed_in(world, review_round):
    item = items_of(review_round, world)[0]
    record_proposals(part=part_of(review_round, world), user=world.editors[0], proposals={item.pk: KEEP})

    assert approve_items(review_round=review_round, user=world.legal, items=[item.pk]) == 0


def test_returned_proposal_opens_the_table_again(world, review_round, django_capture_on_commit_callbacks):
    propose_all(review_round, world)
    first, second = items_of(review_round, world)
    approve_items(review_round=review_round, user=world.legal, items=[first.pk, second.pk])
    with django_capture_on_commit_callbacks(execute=True):
        return_items(review_round=review_round, user=world.legal, items=[second.pk], reason="依据不足")
    review_round.refresh_from_db()

    assert review_round.state == RoundState.OPEN
    assert [item.state for item in items_of(review_round, world)] == [ItemState.APPROVED, ItemState.RETURNED]
    assert ["依据不足" in letter.body for letter in mail.outbox if letter.to == [world.editors[0].email]] == [True]


def test_approved_proposal_is_not_changed_by_its_unit(world, review_round):
    propose_all(review_round, world)
    first, second = items_of(review_round, world)
    approve_items(review_round=review_round, user=world.legal, items=[first.pk])
    return_items(review_round=review_round, user=world.legal, items=[second.pk], reason="依据不足")
    said = {first.pk: Proposed(proposal=Proposal.REPEAL, reason="改主意"), second.pk: KEEP}
    number = record_proposals(part=part_of(review_round, world), user=world.editors[0], proposals=said)

    assert number == 1
    assert [item.state for item in items_of(review_round, world)] == [ItemState.APPROVED, ItemState.PROPOSED]


def test_return_needs_a_reason(world, review_round):
    propose_all(review_round, world)

    with pytest.raises(ValidationError):
        return_items(review_round=review_round, user=world.legal, items=[], reason="  ")
