from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_pages.documents.numbers.document_number import (
    DocumentNumber,
    NumberForm,
    NumberKind,
    normalise,
    parse_document_number,
    parse_document_numbers,
)

from .spellings import numbers, spelled

ORDINARY = "长政办发〔2019〕54号"


@pytest.mark.parametrize(
    "text",
    [
        *[
            "长政办发（2019）54号",
            "长政办发(2019)54号",
            "长政办发[2019]54号",
            "长政办发【2019】54号",
            "长政办发<2019>54号",
        ],
        *[
            "长政办发{2019}54号",
            "长政办发〈2019〉54号",
            "长政办发〔2019)54号",
            "长政办发﹝2019﹞54号",
            "长政办发〕2019〔54号",
        ],
        *[
            "长政办发〔2019 54号",
            "长政办发2019〕54号",
            "长政办发〔2019〕54",
            "长政办发〔2019〕第54号",
            "长政办发〔2019〕054号",
        ],
        *["长政办发〔２０１９〕５４号", "长政办发 2019 54", "长政办发2019 54号"],
        *["长政办发2019-54", "长政办发201954号"],
        *["长 政 办 发 〔 2 0 1 9 〕 5 4 号", "长政办发\u200b〔2019〕\u300054号", "长政办发〔2019年〕54号"],
        *["长政办发〔2019〕54号文", "长政办发〔2019〕54号文件", "（长政办发〔2019〕54号）", "〔2019〕长政办发54号"],
        *["长政办发〔二〇一九〕五十四号", "长政办发〔二○一九〕54号", "长政办发〔2019〕54號"],
    ],
)
def test_ordinary_number_in_every_spelling(text):
    assert str(parse_document_number(text)) == ORDINARY
    assert normalise(text) == ORDINARY


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("长沙市人民政府令第128号", "长沙市人民政府令第128号"),
        ("长沙市人民政府令 第 128 号", "长沙市人民政府令第128号"),
        ("长沙市人民政府令128", "长沙市人民政府令第128号"),
        ("长沙市人民政府令第一百二十八号", "长沙市人民政府令第128号"),
        ("长沙市人民政府令第一二八号", "长沙市人民政府令第128号"),
        ("长沙市人民政府令第十二号", "长沙市人民政府令第12号"),
        ("长沙市人民政府第128号令", "长沙市人民政府令第128号"),
        ("第128号长沙市人民政府令", "长沙市人民政府令第128号"),
        ("国令第711号", "国令第711号"),
        ("样部令2019年第29号", "样部令2019年第29号"),
        ("2024年第3号公告", "公告2024年第3号"),
        ("公告2024年第3号", "公告2024年第3号"),
        ("公告 2024 3", "公告2024年第3号"),
        ("公告2024-3号", "公告2024年第3号"),
        ("芙蓉区人民政府公告〔2024〕1号", "芙蓉区人民政府公告〔2024〕1号"),
        ("样区人民政府通告二〇二四年第三号", "样区人民政府通告2024年第3号"),
        ("样税务局2019年第45号公告", "样税务局公告2019年第45号"),
        ("样财政局 样税务局公告2020年第8号", "样财政局样税务局公告2020年第8号"),
        ("芙政函〔2024〕12号", "芙政函〔2024〕12号"),
        ("芙政办函〔2020〕3号", "芙政办函〔2020〕3号"),
        ("（86）样财字第12号", "样财字〔1986〕12号"),
        ("样食药字第12号", "样食药字第12号"),
        ("长政发〔98〕12号", "长政发〔1998〕12号"),
        ("长政发〔02〕12号", "长政发〔2002〕12号"),
        ("长政发〔2020〕5-1号", "长政发〔2020〕5-1号"),
        ("长政发〔2020〕5号-01", "长政发〔2020〕5-1号"),
        ("长政发〔2020〕5号之2", "长政发〔2020〕5号之二"),
        ("第一师发〔2020〕5号", "第一师发〔2020〕5号"),
    ],
)
def test_number_as_it_is_printed(text, printed):
    assert str(parse_document_number(text)) == printed


@pytest.mark.parametrize(
    "text",
    [
        *[
            "",
            " ",
            "长政办发",
            "54号",
            "〔2019〕54号",
            "2019 54号",
            "长政办发54号",
            "长政办发第54号",
            "长政办发〔2019〕",
        ],
        *[
            "长政办发〔2019〕0号",
            "长政办发〔2019〕1000000号",
            "长政办发〔1899〕5号",
            "长政办发〔2019〕五四十号",
            "长政办发〔12年5号",
        ],
        *[
            "CSCR-2019-01023",
            "2019年12月5日",
            "关于印发办法的通知",
            "请按长政办发〔2019〕54号执行，以及别的",
            "长" * 200,
        ],
        *[
            "长政办发〔2019〕54号、长政办发〔2019〕55号",
            "长政办发〔2019〕54\x00号",
            "长政办发二〇一九五十四号",
            "〔2019〕〔54〕号",
        ],
    ],
)
def test_text_that_is_no_number(text):
    assert parse_document_number(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("国令第711号", "中华人民共和国国务院令第711号"),
        ("样区人民政府公告〔2024〕3号", "样区人民政府公告2024年第3号"),
        ("样财政局、样税务局公告2020年第8号", "样财政局 样税务局公告2020年第8号"),
        ("x政发〔2020〕5a号", "Ｘ政发〔2020〕5A号"),
        ("某号  12/7", "某号12/7"),
    ],
)
def test_keys_of_one_number(one, other):
    assert normalise(one) == normalise(other)


def test_keys_of_different_numbers():
    texts = [
        *[
            "长政发〔2019〕5号",
            "长政办发〔2019〕5号",
            "长政发〔2020〕5号",
            "长政发〔2019〕5-1号",
            "长政发〔2019〕5号之一",
        ],
        *["令第5号", "公告〔2019〕5号", "公告第5号", "长政令〔2019〕5号"],
    ]

    assert len({normalise(text) for text in texts}) == len(texts)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("样区人民政府令第3号", NumberKind.ORDER),
        ("样区人民政府公告2024年第3号", NumberKind.ANNOUNCEMENT),
        ("样区人民政府通告〔2024〕3号", NumberKind.NOTICE),
        ("芙政函〔2024〕12号", NumberKind.LETTER),
        ("长政办发〔2019〕54号", NumberKind.ORDINARY),
    ],
)
def test_kind_by_the_end_of_the_agency(text, kind):
    assert parse_document_number(text).kind == kind


@pytest.mark.parametrize(
    "text",
    [
        *[
            "长发改〔2020〕5号 长财〔2020〕6号",
            "长发改〔2020〕5号、长财〔2020〕6号",
            "长发改〔2020〕5号，长财〔2020〕6号",
        ],
        *[
            "长发改〔2020〕5号\n长财〔2020〕6号",
            "长发改〔2020〕5号长财〔2020〕6号",
            "长发改(2020)第05号；长财[2020]6号",
        ],
    ],
)
def test_numbers_of_joint_issuers(text):
    assert [str(number) for number in parse_document_numbers(text)] == ["长发改〔2020〕5号", "长财〔2020〕6号"]


@pytest.mark.parametrize("text", ["", "长发改〔2020〕5号 及其附件", "长发改", "长发改〔2020〕5号、6号"])
def test_text_that_is_more_than_numbers(text):
    assert parse_document_numbers(text) == []


def test_order_of_numbers():
    in_order = [
        *["乙令第9号", "乙令第10号"],
        *["甲发〔2019〕9号", "甲发〔2019〕10号", "甲发〔2019〕10-2号", "甲发〔2019〕10-10号"],
        *["甲发〔2019〕11号之二", "甲发〔2019〕11号之十", "甲发〔2020〕1号"],
    ]
    parsed = [parse_document_number(text) for text in reversed(in_order)]

    assert [str(number) for number in sorted(parsed, key=lambda number: number.sort_key)] == in_order


@given(numbers)
def test_printed_number_reads_as_itself(number: DocumentNumber):
    assert parse_document_number(str(number)) == number


@given(numbers)
def test_key_is_a_spelling_of_the_number(number: DocumentNumber):
    assert normalise(number.key) == number.key == normalise(str(number))


@given(numbers.flatmap(lambda number: st.tuples(st.just(number), spelled(number))))
def test_every_spelling_has_the_same_key(pair):
    number, text = pair

    assert normalise(text) == number.key


@given(st.one_of(st.text(), st.text(alphabet="长政办发令公告第号年〔〕()二〇一九十百之2019 -、A")))
def test_normalising_twice_changes_nothing(text):
    parse_document_numbers(text)

    assert normalise(normalise(text)) == normalise(text)


def test_form_is_how_it_is_printed():
    texts = ["长政发〔2019〕5号", "样公告2019年第5号", "样令第5号"]

    assert [parse_document_number(text).form for text in texts] == list(NumberForm)
