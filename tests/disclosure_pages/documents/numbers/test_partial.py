from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_pages.documents.numbers.document_number import parse_document_number
from disclosure_pages.documents.numbers.partial import PartialNumber, parse_partial

from .spellings import numbers


@pytest.mark.parametrize(
    ("text", "agency", "year", "serial"),
    [
        ("长政办发 2019 54", "长政办发", 2019, 54),
        ("〔2019〕54号", "", 2019, 54),
        ("（２０１９）第54号", "", 2019, 54),
        ("[2019]54", "", 2019, 54),
        ("〔2019 54号", "", 2019, 54),
        ("2019〕54号", "", 2019, 54),
        ("2019 54号", "", 2019, 54),
        ("2019 54", "", 2019, 54),
        ("2019-054号", "", 2019, 54),
        ("2019年第54号", "", 2019, 54),
        ("2019年54号", "", 2019, 54),
        ("二〇一九年第五十四号", "", 2019, 54),
        ("54号", "", None, 54),
        ("第54号", "", None, 54),
        ("一号文", "", None, 1),
        ("〔2019〕", "", 2019, None),
        ("〔98〕12号", "", 1998, 12),
        ("长政办发〔2019〕", "长政办发", 2019, None),
        ("长政办发54号", "长政办发", None, 54),
        ("711号令", "令", None, 711),
        ("国令711", "国务院令", None, 711),
    ],
)
def test_part_of_a_number(text, agency, year, serial):
    assert parse_partial(text) == PartialNumber(agency=agency, year=year, serial=serial)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2019",
        "54",
        "2019年",
        "长政办发",
        "2019-12-31",
        "2019年12月",
        "5月10号",
        "义务教育",
        "〔1066〕5号",
        "0号",
        "长" * 500,
    ],
)
def test_text_that_is_no_part_of_a_number(text):
    assert parse_partial(text) is None


@pytest.mark.parametrize(
    ("part", "does_match"),
    [
        ("〔2019〕54号", True),
        ("54号", True),
        ("政办发54号", True),
        ("〔2018〕54号", False),
        ("55号", False),
        ("令54", False),
    ],
)
def test_part_matches_numbers(part, does_match):
    assert parse_partial(part).matches(parse_document_number("长政办发〔2019〕54号")) is does_match


@given(numbers)
def test_whole_number_matches_itself(number):
    assert parse_partial(str(number)).matches(number)


@given(st.one_of(st.text(), st.text(alphabet="长发令第号年〔〕()一二2019 -")))
def test_any_text_says_something_or_nothing(text):
    part = parse_partial(text)

    assert part is None or part != PartialNumber()
