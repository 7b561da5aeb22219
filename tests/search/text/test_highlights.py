import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.text.highlights import Highlighter, Part, beginning_of
from search.text.tokens import tokens_of


def _marked(text: str, *phrases: str) -> str:
    parts = Highlighter(map(tokens_of, phrases)).mark(text)
    return "".join(f"[{part.text}]" if part.is_marked else part.text for part in parts)


@pytest.mark.parametrize(
    ("text", "phrases", "expected"),
    [
        ("推进政务公开工作。", ["政务公开"], "推进[政务公开]工作。"),
        ("推进政务、公开工作", ["政务公开"], "推进[政务、公开]工作"),
        ("長沙市人民政府", ["长沙"], "[長沙]市人民政府"),
        ("长政办发〔2019〕54号文", ["2019 54号"], "长政办发〔[2019〕54号]文"),
        ("共12019份", ["2019"], "共12019份"),
        ("第２０１９号", ["2019"], "第[２０１９]号"),
        ("Café与cafeteria", ["cafe"], "[Café]与cafeteria"),
        ("Cafe\u0301营业", ["cafe"], "[Cafe\u0301]营业"),
        ("GDP增长", ["gdp"], "[GDP]增长"),
        ("soft\u00adhyphen", ["softhyphen"], "[soft\u00adhyphen]"),
        ("政务公开目录", ["政务公开", "公开目录"], "[政务公开目录]"),
        ("低保与医保", ["低保", "医保"], "[低保]与[医保]"),
        ("面积5㎡", ["5m2"], "面积[5㎡]"),
        ("第①条", ["1"], "第[①]条"),
        ("无", ["有"], "无"),
        ("无", [], "无"),
        ("", ["有"], ""),
        ("a<b>政务</b>", ["政务"], "a<b>[政务]</b>"),
    ],
)
def test_marks_around_phrases(text, phrases, expected):
    assert _marked(text, *phrases) == expected


def test_snippet_begins_with_the_sentence():
    text = "前言。" * 50 + "本办法规定政务公开的范围。" + "后文。" * 50
    snippet = Highlighter([tokens_of("政务公开")]).snippet(text, width=20)

    assert snippet.parts == (Part("本办法规定", False), Part("政务公开", True), Part("的范围。后文。后文。后", False))
    assert (snippet.is_cut_before, snippet.is_cut_after) == (True, True)


def test_snippet_holds_the_most_different_phrases():
    text = "低保。" + "甲" * 200 + "低保和医保。"
    snippet = Highlighter([tokens_of("低保"), tokens_of("医保")]).snippet(text, width=30)

    assert [part.text for part in snippet.parts if part.is_marked] == ["低保", "医保"]


def test_snippet_of_a_text_without_the_phrases():
    assert Highlighter([tokens_of("低保")]).snippet("医保") is None
    assert beginning_of("医保" * 100, width=4).parts == (Part("医保医保", False),)


TEXT = st.text(alphabet="政务公开長a１é。 、\u0301", max_size=30)


@settings(deadline=None)
@given(TEXT | st.text(), st.lists(TEXT, max_size=4))
def test_text_stays_as_it_is(text, phrases):
    highlighter = Highlighter(map(tokens_of, phrases))

    assert "".join(part.text for part in highlighter.mark(text)) == text
    snippet = highlighter.snippet(text, width=10)
    assert snippet is None or "".join(part.text for part in snippet.parts) in text


@settings(deadline=None)
@given(TEXT, TEXT.filter(lambda text: 0 < len(tokens_of(text)) < 15))
def test_quick_marks_are_the_exact_ones(text, phrase):
    highlighter = Highlighter([tokens_of(phrase)])

    assert [tokens_of(text[a:b]) for a, b in highlighter.spans(text)] == [
        tokens_of(text[a:b]) for a, b in highlighter.exact_spans(text)
    ]


def test_many_phrases_and_long_texts_take_no_time():
    highlighter = Highlighter([("a",) * 40, *((chr(0x4E00 + number),) * 30 for number in range(200))])

    assert highlighter.spans("a " * 50_000)
