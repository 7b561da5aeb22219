from __future__ import annotations

from dataclasses import replace

import pytest

from disclosure_pages.responsibility.domain.samples import sample_table
from disclosure_pages.responsibility.parsing import parse_table
from disclosure_pages.responsibility.register import Register
from disclosure_pages.responsibility.table import ParsedColumn, ParsedTable
from tests.factories.tables import HEADINGS, make_csv, make_merged_docx, make_merged_xlsx, make_xlsx, sample_rows


def without_rows(table: ParsedTable) -> list[ParsedColumn]:
    return [replace(column, row=None) for column in table.columns]


def test_parse_shipped_table(register: Register) -> None:
    table = parse_table(sample_table(), register)

    assert (table.rows, len(table.columns), table.problems) == (41, 48, ())
    by_path = {column.path: column for column in table.columns}
    education = by_path["法定主动公开内容", "重大民生信息", "教育信息"]
    assert (education.numbering, education.position, education.row, education.units) == ("(2)", 2, 16, ("jyj",))
    services = by_path["其他", "公益事业"]
    assert (services.units, services.collectives) == (("mzj",), ("各相关部门",))
    assert by_path["公共企事业单位信息公开", "教育教学机构"].note == "区属学校"


@pytest.mark.parametrize("make", [make_merged_xlsx, make_merged_docx], ids=["xlsx", "docx"])
def test_parse_look_alike_with_merged_cells(register: Register, make) -> None:
    table = parse_table(make(), register)

    assert [problem for problem in table.problems if problem.code != "row-ignored"] == []
    assert without_rows(table) == without_rows(parse_table(sample_table(), register))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_parse_encodings(register: Register, encoding: str) -> None:
    assert parse_table(make_csv(sample_rows(), encoding=encoding), register) == parse_table(sample_table(), register)


@pytest.mark.parametrize("delimiter", ["\t", ";"])
def test_parse_other_delimiters(register: Register, delimiter: str) -> None:
    content = "\r\n".join(delimiter.join(row) for row in [HEADINGS, *sample_rows()])

    assert parse_table(content.encode(), register).columns == parse_table(sample_table(), register).columns


def test_parse_full_width_forms(register: Register) -> None:
    wide = str.maketrans("0123456789.()/,", "０１２３４５６７８９．（）／，")
    table = parse_table(make_csv([text.translate(wide) for text in row] for row in sample_rows()), register)

    assert table.problems == ()
    expected = parse_table(sample_table(), register).columns
    assert [(c.key, c.numbering, c.units) for c in table.columns] == [(c.key, c.numbering, c.units) for c in expected]


def test_parse_blank_cells_that_repeat_the_row_above(register: Register) -> None:
    rows = [
        ["三", "法定", "1.甲", "", "区教育局", ""],
        ["", "", "2.乙", "(1)丙", "区教育局", ""],
        ["", "", "", "(2)丁", "区民政局", ""],
        ["四", "其他", "", "", "区教育局", ""],
    ]
    table = parse_table(make_csv(rows), register)

    assert table.problems == ()
    assert [column.path for column in table.columns] == [
        ("法定",),
        ("法定", "甲"),
        ("法定", "乙"),
        ("法定", "乙", "丙"),
        ("法定", "乙", "丁"),
        ("其他",),
    ]


def test_parse_headings_below_a_title_and_repeated(register: Register) -> None:
    rows = [
        ["责任分解表"],
        [],
        HEADINGS,
        ["一", "指南", "", "", "区教育局", ""],
        HEADINGS,
        ["二", "制度", "", "", "区民政局", ""],
    ]
    table = parse_table(make_xlsx(rows, headings=["附件"]), register)

    assert [(column.path, column.row) for column in table.columns] == [(("指南",), 5), (("制度",), 7)]


def test_parse_alias_is_the_unit_itself(register: Register) -> None:
    rows = [
        ["", "甲", "", "", "区行政执法局", ""],
        ["", "乙", "", "", "区城管执法局", ""],
        ["", "丙", "", "", "区城管局", ""],
    ]
    table = parse_table(make_csv(rows), register)

    assert [column.units for column in table.columns] == [("cgj",)] * 3


def test_parse_units_of_one_row(register: Register) -> None:
    units = "区财政局，区教育局;区科技局\n湘湖管理局 区直各部门、区民政局等各相关部门"
    (column,) = parse_table(make_csv([["", "甲", "", "", units, ""]]), register).columns

    assert column.units == ("czj", "jyj", "kjj", "xhglj", "mzj")
    assert column.collectives == ("区直各部门", "各相关部门")


def test_parsed_column_survives_json(register: Register) -> None:
    for column in parse_table(sample_table(), register).columns:
        assert ParsedColumn.from_json(column.as_json()) == column
