from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from disclosure_pages.documents.numbers.columns import columns_of
from disclosure_pages.documents.numbers.credit_code import check_character, is_credit_code
from disclosure_pages.documents.numbers.index_number import IndexNumberForm, parse_index_number
from disclosure_pages.documents.numbers.validators import validate_credit_code

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CODE = "91350100M000100Y43"  # the example of the standard's text on how to work out the check character


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("430102-zfb/2026-00001", IndexNumberForm("430102-zfb", 2026, 1)),
        ("ＺＦＢ／２０２６－０００１２", IndexNumberForm("ZFB", 2026, 12)),
        (f"{CODE} / 2019 — 05416", IndexNumberForm(CODE, 2019, 5416)),
        ("zfb/2026-123456", IndexNumberForm("zfb", 2026, 123456)),
    ],
)
def test_index_number_taken_apart(text, form):
    assert parse_index_number(text) == form
    assert parse_index_number(str(form)) == form


@pytest.mark.parametrize("text", ["", "zfb/2026-1", "zfb/2026-00000", "/2026-00001", "zfb2026-00001", "zfb/26-00001"])
def test_text_that_is_no_index_number(text):
    assert parse_index_number(text) is None


def test_index_number_with_a_credit_code():
    assert [IndexNumberForm(prefix, 2026, 1).has_credit_code for prefix in (CODE, "zfb")] == [True, False]


@given(st.text(alphabet=ALPHABET, min_size=9, max_size=9), st.integers(0, 16), st.sampled_from(ALPHABET))
def test_credit_code_with_one_wrong_character(organisation, place, wrong):
    first = f"11430102{organisation}"
    code = first + check_character(first)
    changed = code[:place] + wrong + code[place + 1 :]

    assert is_credit_code(code)
    assert is_credit_code(changed) is (changed == code)


@pytest.mark.parametrize("code", ["", CODE.lower(), CODE[:-1], f"{CODE}0", "91350100I000100Y43", "９1350100M000100Y43"])
def test_credit_code_of_a_wrong_form(code):
    assert not is_credit_code(code)


def test_validator_says_what_is_wrong():
    validate_credit_code(CODE)

    with pytest.raises(ValidationError, match=r"91350100M000100Y44.*18"):
        validate_credit_code("91350100M000100Y44")


def test_columns_of_a_number():
    assert columns_of("样政发(2026)05号") == ("样政发〔2026〕5号", "样政发", 2026, 5)
    assert columns_of("国令第711号") == ("国务院令第711号", "国令", None, 711)
    assert columns_of(" 某编号 ７ ") == ("某编号7", "", None, None)
    assert columns_of("") == ("", "", None, None)
