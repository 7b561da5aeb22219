"""Whatever is typed, the answer is a query that every engine takes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.query.lexing import MAX_LENGTH
from search.query.reading import MAX_TERMS, read_query
from search.text.tokens import tokens_of

PIECES = [
    "“",
    "”",
    "「",
    "《",
    "》",
    "-",
    "－",
    "不含",
    "标题:",
    "文号：",
    "单位:",
    "〔2019〕",
    "54号",
    "长政办发",
    "低保",
    "怎么",
    "zwgk",
    " ",
    "a",
    "１",
    "\x00",
    "\ud800",
    "%",
    "*",
    "(",
    ")",
    "\\",
    "NEAR",
    "OR",
    "：",
    "年",
    "〇",
]


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.characters()) | st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_anything_is_a_query_of_clean_tokens(text):
    query = read_query(text)
    words = [*query.question.words, *query.question.without]
    phrases = [phrase for word in words for phrase in word.phrases] + list(query.preferred)

    assert all(word.phrases for word in words)
    assert all(phrase.tokens and phrase.fields for phrase in phrases)
    assert [token for phrase in phrases for token in phrase.tokens if tokens_of(token) != [token]] == []
    assert len(query.terms) <= MAX_TERMS


@pytest.mark.parametrize(
    "text",
    [
        "a" * 10_000,
        "政务" * 5_000,
        "“" * 10_000,
        "- " * 5_000,
        "标题:" * 3_000,
        "〔2019〕1号、" * 2_000,
        "xian" * 2_500,
        "(" * 10_000,
        "1" * 10_000,
        "一" * 10_000,
    ],
)
def test_very_long_queries_are_cut(text):
    query = read_query(text)

    assert query.is_cut
    assert len(query.text) <= MAX_LENGTH
