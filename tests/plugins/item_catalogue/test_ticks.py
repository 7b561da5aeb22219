"""How cells of choices are read."""

import pytest

from plugins.contrib.item_catalogue.enums import Column, Option
from plugins.contrib.item_catalogue.reading.synonyms import option_of
from plugins.contrib.item_catalogue.reading.ticks import TickReader, union
from plugins.contrib.item_catalogue.structure import Choice, Heading, Marks

LIST = Heading(("公开渠道",), "公开渠道", Column.CHANNEL)
SINGLE = Heading(("公开对象", "特定群体"), "公开对象 > 特定群体", Column.AUDIENCE, is_option=True)


def _read(heading, text):
    return [(choice.label, choice.is_chosen, choice.note) for choice in TickReader().read(heading, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("■政府网站 □政府公报", [("政府网站", True, ""), ("政府公报", False, "")]),
        ("☑政府网站；☐政府公报。", [("政府网站", True, ""), ("政府公报", False, "")]),
        ("政府网站√ 政府公报□", [("政府网站", True, ""), ("政府公报", False, "")]),
        ("✓其他:广播", [("其他", True, "广播")]),
        ("■ 社区/企事业单位/村公示栏\n（电子屏）", [("社区/企事业单位/村公示栏（电子屏）", True, "")]),
        ("政府网站、公示栏\n现场", [("政府网站", True, ""), ("公示栏", True, ""), ("现场", True, "")]),
        ("□ □政府公报", [("政府公报", False, "")]),
        ("", []),
    ],
)
def test_list(text, expected):
    assert _read(LIST, text) == expected


@pytest.mark.parametrize(
    ("text", "is_chosen", "note"),
    [
        ("√", True, ""),
        ("是", True, ""),
        ("■特定群体", True, ""),
        ("√ 申请人", True, "申请人"),
        ("申请人", True, "申请人"),
        ("", False, ""),
        ("□", False, ""),
        ("×", False, ""),
        ("/", False, ""),
        ("——", False, ""),
        ("□ 申请人", False, "申请人"),
    ],
)
def test_single(text, is_chosen, note):
    assert _read(SINGLE, text) == [("特定群体", is_chosen, note)]


def test_marks_are_the_usual_ones_of_the_table():
    reader = TickReader()
    for text in ("●甲 ○乙", "●甲 □乙", "●甲 ○乙"):
        list(reader.read(LIST, text))

    assert reader.marks([LIST, SINGLE]) == {Column.CHANNEL: Marks("●", "○"), Column.AUDIENCE: Marks("√", "")}


def test_union_keeps_what_either_chooses():
    upper = [Choice(Column.CHANNEL, "甲", False), Choice(Column.CHANNEL, "乙", True)]
    lower = [Choice(Column.CHANNEL, "甲", True, "注"), Choice(Column.CHANNEL, "丙", False)]

    assert union(upper, lower) == (
        Choice(Column.CHANNEL, "甲", True, "注"),
        Choice(Column.CHANNEL, "乙", True),
        Choice(Column.CHANNEL, "丙", False),
    )


@pytest.mark.parametrize(
    ("label", "option"),
    [
        ("政府网站", Option.WEBSITE),
        ("社区/企事业单位/村公示栏（电子屏）", Option.NOTICE_BOARD),
        ("特定群体（残疾人）", Option.GROUP),
        ("依申请公开", Option.ON_REQUEST),
        ("县（市、区）级", Option.COUNTY),
        ("乡镇（街道）级", Option.TOWNSHIP),
        ("其他", Option.OTHER),
        ("样例塔", Option.OTHER),
        ("", Option.OTHER),
    ],
)
def test_option_of(label, option):
    assert option_of(label) == option
