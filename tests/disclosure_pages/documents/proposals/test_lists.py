"""Lists of documents below a sentence or a heading."""

from __future__ import annotations

import pytest

from disclosure_pages.documents.proposals.finding import find_proposals
from tests.disclosure_pages.documents.proposals.stated import relations

ITEMS = ["《甲办法》（长政发〔2012〕3号）", "《乙规定》（长政办发〔2013〕4号）"]
TARGETS = ["甲办法 长政发〔2012〕3号", "乙规定 长政办发〔2013〕4号"]
MARKERS = [
    "1.{}\n2.{}",
    "1、{}；\n2、{}。",
    "（一）{}\n（二）{}",
    "一、{}；\n二、{}。",
    "①{}\n②{}",
    "{}\n{}",
    "1 {}\n2 {}",
]


@pytest.mark.parametrize("layout", MARKERS)
@pytest.mark.parametrize(
    ("introduction", "relation"),
    [
        ("决定将以下文件予以废止：", "repeals"),
        ("下列规范性文件自本决定公布之日起停止执行：", "repeals"),
        ("以下文件宣布失效：", "declares_expired"),
        ("下列文件继续有效：", "extends"),
        ("废止的规范性文件目录", "repeals"),
        ("一、宣布失效的文件（2件）", "declares_expired"),
        ("附件：", ""),
        ("以下文件拟予废止：", ""),
        ("下列文件不予废止：", ""),
    ],
)
def test_items_of_a_list_count(layout: str, introduction: str, relation: str) -> None:
    text = f"{introduction}\n{layout.format(*ITEMS)}\n本决定自发布之日起施行。"
    assert relations(text) == [f"{relation} {target}" for target in TARGETS if relation]


def test_item_names_the_sentence_above_the_list() -> None:
    text = "决定将以下文件予以废止：\n1.《甲办法》；\n2.《乙规定》。"
    found = find_proposals(text)
    assert [(item.sentence, item.introduced_by) for item in found] == [
        ("1.《甲办法》；", "决定将以下文件予以废止："),
        ("2.《乙规定》。", "决定将以下文件予以废止："),
    ]


def test_item_without_title_marks_is_known_by_its_number() -> None:
    text = "以下文件予以废止：\n1.关于印发丙方案的通知（长政办发〔2014〕8号）\n2.关于丁工作的意见 长政办发〔2014〕9号"
    assert relations(text) == [
        "repeals 关于印发丙方案的通知 长政办发〔2014〕8号",
        "repeals 关于丁工作的意见 长政办发〔2014〕9号",
    ]


def test_each_heading_decides_about_its_own_list() -> None:
    text = (
        "一、废止的规范性文件（1件）\n1.《甲办法》\n二、宣布失效的规范性文件（1件）\n1.《乙规定》\n"
        "三、继续有效的规范性文件（1件）\n（一）区政府文件\n1.《丙细则》"
    )
    assert relations(text) == ["repeals 甲办法", "declares_expired 乙规定", "extends 丙细则"]


def test_heading_of_several_lists_decides_about_none() -> None:
    assert relations("现公布继续有效、废止和失效的文件目录。\n1.《甲办法》") == []


def test_cells_of_a_table_belong_to_one_item() -> None:
    text = "废止的规范性文件目录\n序号\n1\n《甲办法》\n长政发〔2012〕3号\n2\n《乙规定》\n长政发〔2012〕4号"
    assert relations(text) == ["repeals 甲办法 长政发〔2012〕3号", "repeals 乙规定 长政发〔2012〕4号"]


def test_list_ends_with_the_next_sentence() -> None:
    text = "以下文件予以废止：\n1.《甲办法》\n各单位要做好衔接工作。\n《乙规定》由区司法局解释。"
    assert relations(text) == ["repeals 甲办法"]


def test_items_in_one_line_count() -> None:
    assert relations("以下文件同时废止：1.《甲办法》；2.《乙规定》。") == ["repeals 甲办法", "repeals 乙规定"]


def test_day_of_the_list_is_the_day_of_its_items() -> None:
    assert relations("以下文件自2024年1月1日起废止：\n1.《甲办法》") == ["repeals 甲办法 2024-01-01"]
