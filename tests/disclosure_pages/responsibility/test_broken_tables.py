from __future__ import annotations

import pytest

from disclosure_pages.responsibility.enums import Severity
from disclosure_pages.responsibility.parsing import parse_table
from disclosure_pages.responsibility.register import Register

from .broken import TABLES, Broken


@pytest.mark.parametrize("broken", TABLES, ids=lambda broken: broken.name)
def test_broken_table_names_row_and_cell(register: Register, broken: Broken) -> None:
    table = parse_table(broken.make(), register)

    (problem,) = table.problems
    assert (problem.code, problem.row, problem.column) == (broken.code, broken.row, broken.column)
    assert table.is_applicable is broken.is_warning
    assert (problem.severity is Severity.WARNING) is broken.is_warning
    assert broken.remedy in problem.remedy
    assert problem.message
    assert problem.remedy


def test_every_problem_of_a_table_is_reported(register: Register) -> None:
    rows = [
        "序号,一级标题,二级标题,三级标题,责任单位,备注",
        "一,甲,,,区叫育局、区民正局,",
        "二,乙,,(1)丙,,",
        "三,,丁,,区旧局,",
    ]
    problems = parse_table("\n".join(rows).encode(), register).problems

    assert [(problem.row, problem.code) for problem in problems] == [
        (2, "unknown-unit"),
        (2, "unknown-unit"),
        (3, "third-without-second"),
        (4, "second-without-first"),
        (4, "inactive-unit"),
    ]


def test_problem_as_json_has_the_documented_keys(register: Register) -> None:
    (problem,) = parse_table(b"", register).problems

    assert {"row", "column", "code", "message", "remedy"} <= problem.as_json().keys()
