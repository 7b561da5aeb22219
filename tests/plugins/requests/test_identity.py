"""Numbers of persons and organisations; all of them are made up."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from plugins.contrib.requests import identity
from plugins.contrib.requests.identity import clean_identity, credit_check, resident_check

TODAY = dt.date(2026, 11, 27)
RESIDENT = "430105194912310024"
COMPANY = "914301007459999991"


def refused(kind: str, typed: str) -> str | None:
    with pytest.raises(ValidationError) as caught:
        clean_identity(kind, typed, today=TODAY)
    return caught.value.code


def test_checks_are_those_of_the_standards() -> None:
    assert resident_check("11010519491231002") == "X"  # the example of GB 11643
    assert credit_check("91350100M000100Y4") == "3"  # the example of GB 32100


@pytest.mark.parametrize("typed", ["11010519491231002X", "１１０１０５19491231002x", "110105 19491231 002X"])
def test_resident_number_is_kept_in_one_form(typed) -> None:
    assert clean_identity("resident", typed, today=TODAY) == "11010519491231002X"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("110105194912310021", "check"),
        ("1101051949123100", "shape"),
        ("110105491231002", "shape"),
        ("01010519491231002X", "shape"),
        ("11010519490231002X", "birth"),
        ("11010520990101002X", "birth"),
        ("11010518791231002X", "birth"),
        ("11O105194912310O2X", "shape"),
        ("", "shape"),
    ],
)
def test_resident_number_with_a_mistake_is_refused(typed, code) -> None:
    assert refused("resident", typed) == code


def test_every_single_mistake_in_the_digits_is_found() -> None:
    number = "11010519491231002X"
    wrong = [
        number[:at] + digit + number[at + 1 :] for at in range(17) for digit in "0123456789" if digit != number[at]
    ]

    assert {refused("resident", one) for one in wrong} <= {"check", "birth", "shape"}


@pytest.mark.parametrize("typed", ["91350100M000100Y43", "91350100-m000100y4-3"])
def test_credit_code_is_kept_in_one_form(typed) -> None:
    assert clean_identity("credit_code", typed, today=TODAY) == "91350100M000100Y43"


@pytest.mark.parametrize(
    ("typed", "code"),
    [("91350100M000100Y44", "check"), ("91350100M000100O43", "shape"), ("91350100M000100Y4", "shape"), ("", "shape")],
)
def test_credit_code_with_a_mistake_is_refused(typed, code) -> None:
    assert refused("credit_code", typed) == code


@pytest.mark.parametrize(
    ("kind", "right", "wrong"),
    [
        ("passport", "e12345678", "E12 3!"),
        ("hong_kong_macau", "H12345678", "A12345678"),
        ("taiwan", "12345678", "1234567"),
        ("other", "军字第0123号", ""),
    ],
)
def test_other_documents_have_plain_shapes(kind, right, wrong) -> None:
    assert clean_identity(kind, right, today=TODAY) == right.upper()
    assert refused(kind, wrong) == "shape"


@pytest.mark.parametrize(
    ("mask", "value", "expected"),
    [
        ("number", "11010519491231002X", "1****************X"),
        ("number", "A1", "A*"),
        ("name", "刘小明", "刘**"),
        ("name", "李", "*"),
        ("name", "", ""),
        ("phone", "13800001111", "138****1111"),
        ("phone", "88886666", "******66"),
        ("mail", "liu@example.com", "l***@example.com"),
        ("mail", "nonsense", "n*******"),
        ("address", "湖南省长沙市芙蓉区某某街道某某路1号302室", "湖南省长沙市芙蓉区******"),
        ("address", "长沙市芙蓉区某某路1号", "长沙市芙蓉区******"),
        ("address", "某地", "某*"),
    ],
)
def test_masks_cover_what_is_personal(mask, value, expected) -> None:
    assert getattr(identity, f"masked_{mask}")(value) == expected
