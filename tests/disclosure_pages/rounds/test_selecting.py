"""Which documents a round looks at."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from disclosure_pages.documents.models import LegalRecord
from disclosure_pages.rounds.domain.preparing import open_round
from disclosure_pages.rounds.domain.selecting import (
    Selection,
    add_documents,
    leave_out,
    preview_selection,
    records_selected,
)
from disclosure_pages.rounds.exceptions import RoundRefused
from tests.factories.people import make_editor
from tests.factories.rounds import make_round, make_round_world, seed_records

pytestmark = pytest.mark.django_db
ON = dt.date(2026, 11, 26)


def found(review_round, **asked):
    return records_selected(review_round=review_round, selection=Selection(**asked), on=ON)


def test_selection_by_unit_and_age():
    world = make_round_world(3, 2)
    review_round = make_round(world)
    first = world.sections[0].unit.pk

    assert found(review_round).count() == 5
    assert found(review_round, units=(first,)).count() == 3
    assert found(review_round, units=(first,), formed_before=dt.date(2018, 1, 3)).count() == 1


def test_selection_by_term_counts_the_last_day():
    world = make_round_world(1)
    review_round = make_round(world)
    ending = seed_records(world.sections[0], 1, expires_on=dt.date(2027, 3, 31), formed_on=dt.date(2022, 4, 1))

    assert list(found(review_round, expires_until=dt.date(2027, 3, 31))) == ending
    assert list(found(review_round, expires_until=dt.date(2027, 3, 30))) == []


def test_selection_leaves_out_what_is_over_unless_asked_for():
    world = make_round_world(1)
    over = seed_records(world.sections[0], 1, expires_on=dt.date(2020, 1, 1))
    review_round = make_round(world)

    assert found(review_round).count() == 1
    assert list(found(review_round, force="expired")) == over


def test_selection_leaves_out_other_districts_and_withdrawn_documents():
    world, foreign = make_round_world(2), make_round_world(1)
    LegalRecord.objects.filter(pk=found(make_round(world))[0].pk).update(is_public=False)

    assert found(make_round(foreign)).count() == 1
    assert found(make_round(world)).count() == 1


def test_document_belongs_to_one_running_round():
    world = make_round_world(3)
    make_round(world)
    second = make_round(world)
    preview = preview_selection(review_round=second, selection=Selection(), on=timezone.localdate())

    assert (second.items.count(), preview.total, preview.taken) == (0, 0, 3)


def test_preview_costs_the_same_for_many_documents(django_assert_num_queries):
    for numbers in ((1,), (4, 4, 4)):
        world = make_round_world(*numbers)
        review_round = make_round(world)
        review_round.items.all().delete()
        with django_assert_num_queries(4):
            preview = preview_selection(review_round=review_round, selection=Selection(), on=ON)
        assert preview.total == sum(numbers)


def test_unit_is_left_out_with_its_documents():
    world = make_round_world(2, 1)
    review_round = make_round(world)
    leave_out(review_round=review_round, user=world.legal, unit=world.sections[0].unit)

    assert [part.unit for part in review_round.units.all()] == [world.sections[1].unit]
    assert review_round.items.count() == 1


def test_documents_are_settled_once_units_are_invited():
    world = make_round_world(1)
    review_round = make_round(world)
    open_round(review_round=review_round, user=world.office)

    with pytest.raises(RoundRefused):
        add_documents(review_round=review_round, user=world.office, selection=Selection(), on=ON)


def test_people_of_a_unit_prepare_no_round():
    world = make_round_world(1)
    editor = make_editor(world.sections[0].unit)

    with pytest.raises(RoundRefused):
        add_documents(review_round=make_round(world), user=editor, selection=Selection(), on=ON)


def test_round_without_documents_is_not_opened():
    world = make_round_world(0)

    with pytest.raises(RoundRefused):
        open_round(review_round=make_round(world), user=world.office)
