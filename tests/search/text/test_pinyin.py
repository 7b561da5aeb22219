import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.text.pinyin import all_syllables, divisions, initials, syllables
from search.text.tokens import tokens_of


def test_syllables_follow_the_reading_of_words():
    assert " ".join(syllables("長沙市2024年绿色银行行为")) == "chang sha shi 2024 nian lv se yin hang xing wei"


def test_characters_without_reading_stand_for_themselves():
    assert syllables("\U00030000政") == ["\U00030000", "zheng"]


def test_initials_of_titles_with_letters_and_numbers():
    assert initials("政务公开he2024版") == ["z", "w", "g", "k", "h", "e", "2024", "b"]


@pytest.mark.parametrize(
    ("letters", "expected"),
    [
        ("zhengwugongkai", [("zheng", "wu", "gong", "kai")]),
        ("xian", [("xian",), ("xi", "an")]),
        ("zwgk", []),
        ("lue", [("lve",), ("lu", "e")]),
        ("", [()]),
        ("a" * 61, []),
    ],
)
def test_divisions_of_letters(letters, expected):
    assert divisions(letters) == expected


def test_many_divisions_are_bounded():
    assert len(divisions("xian" * 15)) == 4


@settings(deadline=None)
@given(st.lists(st.sampled_from(sorted(all_syllables() - {"lue", "nue"})), min_size=1, max_size=8))
def test_some_division_is_found_for_every_reading(read):
    assert [division for division in divisions("".join(read)) if "".join(division) == "".join(read)]


@settings(deadline=None)
@given(st.text())
def test_one_syllable_a_token(text):
    assert len(syllables(text)) == len(tokens_of(text))
