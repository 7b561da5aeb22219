import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.text.folding import fold, fold_with_origins
from search.text.tokens import BARRIER, MAX_TOKEN_LENGTH, spaced, tokenise, tokens_of

ANY_TEXT = st.text(alphabet=st.characters())

CASES = [
    ("a_b", ["a", "b"]),
    ("1,000", ["1", "000"]),
    ("3.14", ["3", "14"]),
    ("www.gov.cn", ["www", "gov", "cn"]),
    ("A·B", ["a", "b"]),
    ("2019，2020年", ["2019", "2020", "年"]),
    ("12；13号", ["12", "13", "号"]),
    ("2020年", ["2020", "年"]),
    ("①", ["1"]),
    ("2019①", ["2019", "1"]),
    ("㈠", ["一"]),
    ("²", ["2"]),
    ("10²", ["10", "2"]),
    ("5㎡", ["5", "m", "2"]),
    ("一🎉二", ["一", "二"]),
    ("Café", ["cafe"]),
    ("Cafe\u0301", ["cafe"]),
    ("かなガ", ["かなカ\u3099"]),
    ("ｶﾞ", ["カ\u3099"]),
    ("soft\u00adhyphen", ["softhyphen"]),
    ("葛\ufe00城\U000e0101", ["葛", "城"]),
    ("\U00030000\U00020000", ["\U00030000", "\U00020000"]),
    ("\ud800政\udfff府", ["政", "府"]),
    ("a\x00b\x1fc\x7fd\x85e", ["a", "b", "c", "d", "e"]),
    ("長政辦發〔２０１９〕５４號", ["长", "政", "办", "发", "2019", "54", "号"]),
    ("二〇一九", ["二", "〇", "一", "九"]),
    ("ⅣＡ級", ["iva", "级"]),
    ("ﬁle", ["file"]),
    ("Straße", ["strasse"]),
    ("GB3838", ["gb", "3838"]),
    ("١٢", ["12"]),
    ("\ue000", ["\ue000"]),
    (BARRIER, []),
    ("", []),
]


@pytest.mark.parametrize(("text", "tokens"), CASES)
def test_tokens_of_text(text, tokens):
    assert tokens_of(text) == tokens
    assert [token.text for token in tokenise(text)] == tokens


@settings(deadline=None)
@given(ANY_TEXT)
def test_fast_and_exact_tokens_are_the_same(text):
    assert tokens_of(text) == [token.text for token in tokenise(text)]


@settings(deadline=None)
@given(ANY_TEXT)
def test_tokens_stand_where_they_say(text):
    tokens = tokenise(text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)
    assert all(set(token.text) & set("".join(tokens_of(text[token.start : token.end]))) for token in tokens)


@settings(deadline=None)
@given(ANY_TEXT)
def test_tokens_stay_as_they_are(text):
    tokens = tokens_of(text)
    assert tokens_of(" ".join(tokens)) == tokens


@settings(deadline=None)
@given(ANY_TEXT.filter(lambda text: not any(unicodedata.category(character) == "Cs" for character in text)))
def test_composed_and_decomposed_text_is_the_same(text):
    assert tokens_of(unicodedata.normalize("NFC", text)) == tokens_of(unicodedata.normalize("NFD", text))


@settings(deadline=None)
@given(ANY_TEXT)
def test_folding_tells_origins(text):
    folded, origins = fold_with_origins(text)
    assert folded == fold(text)
    assert len(origins) == len(folded)
    assert origins == sorted(origins)


@settings(deadline=None)
@given(st.lists(ANY_TEXT))
def test_spaced_values_are_their_tokens_with_barriers(values):
    assert [part.split(" ") for part in spaced(values).split(f" {BARRIER} ") if part] == [
        tokens_of(value) for value in values if tokens_of(value)
    ]


@settings(deadline=None)
@given(ANY_TEXT)
def test_tokens_hold_no_space_and_no_barrier(text):
    assert not [token for token in tokens_of(text) if len(token.split()) != 1 or BARRIER in token]


def test_long_runs_are_divided():
    assert [len(token) for token in tokens_of("a" * 250 + "1" * 101)] == [MAX_TOKEN_LENGTH] * 2 + [50, 100, 1]
