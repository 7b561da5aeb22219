"""Cells, kind by kind."""

import pytest

from plugins.contrib.guide_tables.enums import ColumnKind
from plugins.contrib.guide_tables.schema import Column, codes_of, key_of, schema_problems
from plugins.contrib.guide_tables.values import CellRefused, read_cell


def column(kind: str = "text", **values) -> Column:
    return Column(**{"key": "x", "title": "列", "kind": ColumnKind(kind), "codes": ("小学", "初中"), **values})


@pytest.mark.parametrize(
    ("kind", "text", "kept"),
    [
        ("text", " 甲\t乙\n", "甲 乙"),
        ("text", "=1+1", "=1+1"),
        ("number", "1,234.50", "1234.50"),
        ("number", "１２", "12"),
        ("number", "-3", "-3"),
        ("day", "2026年9月1日", "2026-09-01"),
        ("day", "2026/9/1", "2026-09-01"),
        ("day", "2026-09-01 00:00:00", "2026-09-01"),
        ("choice", "小 学", "小学"),
        ("phone", "0731-84000000、84000001", "0731-84000000、84000001"),
        ("url", "https://a.example/b?c=1", "https://a.example/b?c=1"),
        ("longitude", "113.05", "113.05"),
        ("latitude", "", ""),
    ],
)
def test_cell_is_kept_in_one_way(kind, text, kept):
    assert read_cell(column(kind), text) == kept


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        ("number", "约30", "no-number"),
        ("number", "NaN", "no-number"),
        ("number", "1e99", "no-number"),
        ("day", "2026-02-30", "no-day"),
        ("day", "下周", "no-day"),
        ("choice", "高中", "not-in-list"),
        ("phone", "见公告", "no-phone"),
        ("url", "javascript:alert(1)", "no-url"),
        ("url", "https://a b", "no-url"),
        ("longitude", "181", "out-of-bounds"),
        ("latitude", "113.05", "out-of-bounds"),
        ("text", "长" * 501, "too-long"),
    ],
)
def test_cell_that_is_wrong_is_named(kind, text, code):
    with pytest.raises(CellRefused) as refused:
        read_cell(column(kind), text)
    assert (refused.value.code, bool(refused.value.message), bool(refused.value.remedy)) == (code, True, True)


def test_required_cell_must_be_filled_in():
    with pytest.raises(CellRefused) as refused:
        read_cell(column(is_required=True), " \u3000")
    assert refused.value.code == "empty"


@pytest.mark.parametrize(("title", "key"), [("办学层次", "ban_xue_ceng_ci"), ("3号", "c_3_hao"), ("Page", "c_page")])
def test_key_is_made_of_the_heading(title, key):
    assert key_of(title) == key


def test_codes_are_one_a_line():
    assert codes_of("小学\n\n 初中 \n小学") == ("小学", "初中")


@pytest.mark.parametrize(
    ("columns", "codes"),
    [
        ([column()], []),
        ([column(), column(key="y")], ["repeated-title", "repeated-title"]),
        ([column(), column(title="别列")], ["repeated-key", "repeated-key"]),
        ([column("choice", codes=())], ["no-codes"]),
        ([column("longitude")], ["half-coordinates"]),
        ([column(key="sort")], ["bad-key"]),
        ([column(key="k" * 41)], ["bad-key"]),
        ([column("choice", codes=tuple(map(str, range(501))))], ["too-many-codes"]),
        ([column(key=f"k{number}", title=f"列{number}") for number in range(41)], ["too-many-columns"]),
    ],
)
def test_problem_of_the_columns(columns, codes):
    assert [problem.code for problem in schema_problems(columns)] == codes
