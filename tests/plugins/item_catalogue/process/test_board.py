"""The board: what stands in it, and that its queries do not grow."""

import datetime as dt

import pytest

from plugins.contrib.item_catalogue.domain.importing import import_catalogue
from plugins.contrib.item_catalogue.domain.process.assigning import assign_field
from plugins.contrib.item_catalogue.domain.process.board import BoardQuery, board_of
from plugins.contrib.item_catalogue.models import Assignment, Field
from plugins.contrib.item_catalogue.process.states import Act, Step, Tone
from tests.factories.tenancy import make_district
from tests.plugins.item_catalogue.rows import make_entry, make_sheet

from .conftest import DUE
from .walking import do

TODAY = dt.date(2026, 3, 12)
ALL = BoardQuery()


def make_board(city, *, fields, districts):
    made = [make_district(city=city) for _ in range(districts)]
    for field in Field.objects.all()[:fields]:
        for district in made:
            import_catalogue(field=field, owner=district, sheet=make_sheet(make_entry("甲"), make_entry("乙")))
            assign_field(field=field, district=district, due=DUE)
    return made


@pytest.mark.parametrize(("fields", "districts"), [(2, 2), (26, 10)])
def test_queries_do_not_depend_on_the_size(city, fields, districts, django_assert_num_queries):
    made = make_board(city, fields=fields, districts=districts)

    with django_assert_num_queries(3):
        board = board_of(made, ALL, today=TODAY)
        totals = [standing.total for standing in board.standings]
    assert totals == [2] * fields * districts


def test_cell(assignment, office, auditor):
    do(assignment, Act.SUBMIT, office, "甲")
    board = board_of([assignment.district], ALL, today=TODAY)

    (standing,) = board.standings
    assert (standing.states, standing.percent) == ([("draft", 1), ("submitted", 1)], 12)
    assert (list(standing.steps), standing.due, standing.tone) == (
        [Step.DRAFT, Step.AUDIT],
        DUE.draft_due,
        Tone.OVERDUE,
    )
    assert (board.number_of(Tone.OVERDUE), len(board.rows), board.percent) == (1, 26, 0)


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ({}, 26),
        ({"field": "elderly-care"}, 1),
        ({"district": "nowhere"}, 26),
        ({"step": "draft"}, 1),
        ({"step": "audit"}, 0),
        ({"tone": "overdue"}, 1),
        ({"tone": "fine"}, 0),
        ({"step": "nonsense", "tone": "nonsense"}, 26),
    ],
)
def test_filters(assignment, query, rows):
    board = board_of([assignment.district], BoardQuery.read(query), today=TODAY)

    assert len(board.rows) == rows
    assert len(board.districts) == (0 if query.get("district") else 1)


def test_newest_assignment_counts(assignment, field, district):
    Assignment.objects.update(published_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    board = board_of([district], ALL, today=TODAY)

    assert [standing.step for standing in board.standings] == [Step.DONE]
