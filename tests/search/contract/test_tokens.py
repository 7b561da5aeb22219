"""What engines would see differently if they cut texts themselves."""

import pytest

from tests.factories.search import make_search_document

from .asking import fill, find

FOUND = [
    ("表a_b列", "a"),
    ("表a_b列", "b"),
    ("共1,000元", "000"),
    ("圆周率3.14约", "14"),
    ("见www.gov.cn首页", "gov"),
    ("见www.gov.cn首页", "gov.cn"),
    ("A·B公司", "b公司"),
    ("2019，2020年计划", "2020年"),
    ("2019，2020年计划", "2019 2020"),
    ("第12；13号楼", "13号"),
    ("2020年工作", "2020"),
    ("第①条", "1"),
    ("2019①注", "2019"),
    ("㈠总则", "一"),
    ("10²米", "10"),
    ("庆祝🎉国庆", "庆祝国庆"),
    ("Café营业", "cafe"),
    ("Cafe\u0301营业", "café"),
    ("ＧＤＰ增长", "gdp"),
    ("カタカナ名称", "カタカナ"),
    ("ｶﾀｶﾅ名称", "カタカナ"),
    ("soft\u00adhyphen", "softhyphen"),
    ("葛\ufe00城", "葛城"),
    ("\U00030000\U00020001村", "\U00030000"),
    ("\U00030000\U00020001村", "\U00020001村"),
    ("政\x00务\x0b公\x1f开", "政务公开"),
    ("長沙市人民政府辦公廳", "长沙市人民政府办公厅"),
    ("长沙市", "長沙"),
    ("〔2019〕54号", "(2019)54"),
    ("二〇一九年", "〇一"),
    ("हिन्दी भाषा", "हिन्दी"),
    ("x" * 250, "x" * 250),
]
NOT_FOUND = [
    ("共1,000元", "1000"),
    ("圆周率3.14约", "4"),
    ("2020年工作", "202"),
    ("见www.gov.cn首页", "go"),
    ("Café营业", "caf"),
    ("政务公开", "政公"),
    ("カタカナ名称", "カタ"),
    ("かき", "がき"),
    ("\U00030000村", "\U00030001"),
    ("x" * 250, "x" * 249),
]


@pytest.mark.parametrize(("text", "word"), FOUND)
def test_word_of_a_text_is_found(engine, text, word):
    fill(engine, make_search_document(text, key=1), make_search_document("别的", text, key=2))

    assert set(find(engine, word)) == {1, 2}


@pytest.mark.parametrize(("text", "word"), NOT_FOUND)
def test_part_of_a_token_is_not_found(engine, text, word):
    fill(engine, make_search_document(text, text, key=1))

    assert find(engine, word) == []
