"""Rows as text."""

import pytest

from plugins.contrib.guide_tables.comparison import ChangedRow, RowChanges, compare_rows
from plugins.contrib.guide_tables.rows import MAX_ROWS, RowsRefused, join_text, lay_out, rows_of
from plugins.contrib.guide_tables.schema import Column, Schema

from .tables import ROWS, TEXT, TITLES, schema, table

NAME, STREET = Column(key="name", title="名称"), Column(key="street", title="街道")
TWO = Schema((NAME, STREET))


def test_round_trip():
    assert rows_of(TEXT, schema()) == ROWS


def test_rows_follow_the_order_of_the_columns():
    assert lay_out("街道\t名称\n东\t甲\n\n西\t乙", TWO) == (("甲", "东"), ("乙", "西"))


def test_renamed_column_keeps_its_cells():
    renamed = Schema((NAME, Column(key="street", title="所在街道")))

    assert lay_out("名称\t街道\n甲\t东", renamed, former={"名称": "name", "街道": "street"}) == (("甲", "东"),)


def test_column_that_was_taken_away_hands_nothing_to_a_new_one():
    other = Schema((NAME, Column(key="remark", title="备注")))

    assert lay_out("名称\t街道\n甲\t东", other, former={"名称": "name", "街道": "street"}) == (("甲", ""),)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("名称\t电话\n甲\t1", "电话"),
        ("名称\t街道\n甲\t东\n乙\t西\t南", "2"),
        ("名称\t街道\n" + "甲\t东\n" * (MAX_ROWS + 1), str(MAX_ROWS + 1)),
        ("名称\t街道\n" + ("长" * 600_000), "600"),
    ],
)
def test_text_that_would_lose_something_is_refused(text, named):
    with pytest.raises(RowsRefused, match=named):
        lay_out(text, TWO)


def test_problems_name_row_and_column():
    wrong = table(join_text(TITLES, [ROWS[0], ("", "高中", "", "多", "", "200", "")]))

    assert [(problem.row, problem.column, problem.code) for problem in wrong.problems()] == [
        (2, "学校名称", "empty"),
        (2, "办学层次", "not-in-list"),
        (2, "招生计划", "no-number"),
        (2, "经度", "out-of-bounds"),
    ]


def test_comparison_row_by_row():
    after = join_text(TITLES, [ROWS[0], (*ROWS[1][:3], "1100", *ROWS[1][4:]), ("丁小学", *[""] * 6)])

    assert compare_rows(TEXT, after) == RowChanges(
        added=["丁小学"], changed=[ChangedRow("乙中学", (("招生计划", "1200", "1100"),))], removed=["丙小学"]
    )


def test_rows_of_one_name_are_compared_in_their_order():
    assert compare_rows("名称\t街道\n甲\t东\n甲\t西", "名称\t街道\n甲\t东\n甲\t南").changed == [
        ChangedRow("甲", (("街道", "西", "南"),))
    ]
