"""What readers ask of a table."""

import pytest
from django.http import QueryDict

from plugins.contrib.guide_tables.points import points_of
from plugins.contrib.guide_tables.queries import TableQuery, choices_of, select_rows
from plugins.contrib.guide_tables.rows import join_text
from plugins.contrib.guide_tables.shown import page_of

from .tables import TEXT, TITLES, schema, table


def asked(text: str) -> TableQuery:
    return TableQuery.read(QueryDict(text), schema())


def names(query: TableQuery) -> str:
    return "".join(row[0][0] for _number, row in select_rows(table(), query))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "甲乙丙"),
        ("q=小学", "甲丙"),
        ("q=东街 中学", "乙"),
        ("q=0731-00000002", "乙"),
        ("level=小学", "甲丙"),
        ("level=小学&street=西街道", "丙"),
        ("level=高中", ""),
        ("phone=x&nothing=y", "甲乙丙"),
        ("sort=places", "甲丙乙"),
        ("sort=-places", "乙丙甲"),
        ("sort=phone", "甲乙丙"),
        ("sort=-phone", "乙甲丙"),
        ("sort=name", "丙甲乙"),
        ("sort=nothing&page=abc&size=-1", "甲乙丙"),
    ],
)
def test_rows_that_are_asked_for(text, expected):
    assert names(asked(text)) == expected


def test_choices_are_counted_beside_the_other_filters():
    found = choices_of(table(), asked("level=小学&street=东街道"))

    assert [
        (column.key, [(choice.value, choice.total, choice.is_chosen) for choice in choices])
        for column, choices in found
    ] == [
        ("level", [("小学", 1, True), ("初中", 1, False)]),
        ("street", [("东街道", 1, True), ("西街道", 1, False)]),
    ]


def test_one_question_has_one_address():
    query = asked("page=2&sort=-places&level=%E5%B0%8F%E5%AD%A6&q=+a++b+&size=50")

    assert query.encode() == "?q=a+b&level=%E5%B0%8F%E5%AD%A6&sort=-places&page=2"
    assert TableQuery.read(QueryDict(query.encode()[1:]), schema()) == query
    assert query.without("level").encode() == "?q=a+b&sort=-places"


def test_page_beyond_the_last_is_the_last():
    page = page_of(table(), asked("page=9&size=2"))

    assert (page.query.page, page.last, [row.number for row in page.rows]) == (2, 2, [3])


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("0731-84000000", "tel:073184000000"),
        ("（0731）84000000", "tel:073184000000"),
        ("+86-731-84000000", "tel:+8673184000000"),
        ("400-800-1234", "tel:4008001234"),
        ("12345", "tel:12345"),
        ("0731-84000000-8012", "tel:073184000000"),
        ("84000000-8012", "tel:84000000"),
        ("84000000 84000001", ""),
        ("8400000-8400001", ""),
        ("0731-84000000、84000001", ""),
        ("1" * 16, ""),
        ("12", ""),
    ],
)
def test_single_number_is_called(text, url):
    row = page_of(table(join_text(TITLES, [("甲", "", "", "", text, "", "")])), asked("")).rows[0]

    assert row.cells[-1].url == url


def test_points_lie_as_they_do_on_the_ground():
    first, second = points_of(schema(), select_rows(table(), asked("")))

    assert (first.name, first.uri) == ("甲小学", "geo:28.190000,113.010000")
    assert (first.x < second.x, first.y > second.y) == (True, True)


def test_single_point_is_in_the_middle():
    (point,) = points_of(schema(), select_rows(table(TEXT), asked("q=甲")))

    assert (point.x, point.y) == (240.0, 160.0)
