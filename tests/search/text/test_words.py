import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.text.tokens import tokens_of
from search.text.words import Splitter

SPLITTER = Splitter(["低保", "区教育局", "住房公积金", "公积金", "。"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("低保怎么申请", ["低保", "怎么", "申请"]),
        ("最低保障工资", ["最低", "保障", "工资"]),
        ("芙蓉区教育局招生", ["芙蓉", "区教育局", "招生"]),
        ("住房公積金提取", ["住房公积金", "提取"]),
        ("2019年招生", ["2019年", "招生"]),
        ("2019-2020学年", ["20192020", "学年"]),
        ("PM2.5治理", ["pm25", "治理"]),
        ("年年有余", ["年年有余"]),
        ("", []),
        ("。，", []),
    ],
)
def test_words_of_a_text(text, words):
    assert ["".join(word) for word in SPLITTER.split(text)] == words


@settings(deadline=None)
@given(st.text(alphabet="低保区教育局公积金住房1a。 ") | st.text())
def test_nothing_is_lost(text):
    assert [token for word in SPLITTER.split(text) for token in word] == tokens_of(text)
