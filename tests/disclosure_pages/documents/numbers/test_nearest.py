from __future__ import annotations

import pytest

from disclosure_pages.documents.numbers.document_number import parse_document_number
from disclosure_pages.documents.numbers.nearest import nearest

KNOWN = [
    parse_document_number(text)
    for text in (
        *("长政办发〔2019〕54号", "长政发〔2019〕54号", "长政办发〔2019〕45号", "长政办发〔2019〕55号"),
        *("长政办发〔2018〕54号", "芙政发〔2001〕7号", "国务院令第711号", "长政办发〔2019〕90号"),
    )
]


@pytest.mark.parametrize(
    ("unknown", "proposed"),
    [
        ("长政办〔2019〕54号", ["长政办发〔2019〕54号", "长政发〔2019〕54号"]),
        ("长政办发〔2019〕53号", ["长政办发〔2019〕54号", "长政办发〔2019〕55号"]),
        ("长政办发〔2020〕54号", ["长政办发〔2019〕54号", "长政办发〔2018〕54号"]),
        ("国务院令第771号", ["国务院令第711号"]),
        ("国务院令第171号", ["国务院令第711号"]),
        ("长政办法2019第五四", ["长政办发〔2019〕54号", "长政发〔2019〕54号"]),
        ("雨政函〔1985〕999号", []),
        ("完全无关的文字", []),
        ("", []),
    ],
)
def test_nearest_numbers(unknown, proposed):
    assert [str(number) for number in nearest(unknown, KNOWN, limit=2)] == proposed


def test_nearest_to_a_parsed_number():
    assert [str(number) for number in nearest(KNOWN[5], KNOWN)] == ["芙政发〔2001〕7号"]


def test_nearest_does_not_depend_on_the_order_of_candidates():
    assert nearest("长政办发〔2019〕50号", KNOWN) == nearest("长政办发〔2019〕50号", reversed(KNOWN))
