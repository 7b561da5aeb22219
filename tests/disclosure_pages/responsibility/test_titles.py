from __future__ import annotations

import pytest

from disclosure_pages.responsibility.titles import identity, numbering_of_ordinal, split_title


@pytest.mark.parametrize(
    ("text", "numbering", "title"),
    [
        ("12.重大民生信息", "12.", "重大民生信息"),
        ("1. 区政府信息公开年报", "1.", "区政府信息公开年报"),
        ("2、机关简介", "2、", "机关简介"),
        ("(3)医疗信息", "(3)", "医疗信息"),
        ("（三）医疗信息", "(三)", "医疗信息"),
        ("①医疗信息", "①", "医疗信息"),
        ("⑴医疗信息", "⑴", "医疗信息"),
        ("⒈医疗信息", "⒈", "医疗信息"),
        ("一、指南", "一、", "指南"),
        ("十四、其他", "十四、", "其他"),
        ("１２．重大民生信息", "12.", "重大民生信息"),
        ("3)医疗信息", "3)", "医疗信息"),
        ("1.1 履职依据", "1.1", "履职依据"),
        ("1.2020年预算", "1.", "2020年预算"),
        ("12.\n重大民生信息", "12.", "重大民生信息"),
        ("12.", "12.", ""),
    ],
)
def test_split_title_with_numbering(text: str, numbering: str, title: str) -> None:
    parts = split_title(text)

    assert (parts.numbering, parts.text) == (numbering, title)


@pytest.mark.parametrize(
    "text",
    ["12345热线", "3.15专栏", "2020年工作要点", "三公经费", "一站式服务", "十三五规划", "(试行)办法", "处罚/强制"],
)
def test_split_title_without_numbering(text: str) -> None:
    assert split_title(text).numbering == ""
    assert split_title(text).text == text


def test_identity_of_full_width_forms() -> None:
    assert identity("处罚／强制（区级） ") == identity("处罚/强制(区级)")


def test_split_title_over_two_lines() -> None:
    assert split_title("公共企事业单位\n信息公开").text == "公共企事业单位信息公开"


@pytest.mark.parametrize(("cell", "numbering"), [("一", "一、"), ("十二、", "十二、"), ("7", ""), ("", "")])
def test_numbering_of_ordinal(cell: str, numbering: str) -> None:
    assert numbering_of_ordinal(cell) == numbering
