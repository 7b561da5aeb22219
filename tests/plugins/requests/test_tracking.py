"""Tracking codes: what they are, how they may be typed, what is kept of them."""

from __future__ import annotations

import math

import pytest

from plugins.contrib.requests.protection.tracking import (
    ALPHABET,
    RANDOM,
    access_digest,
    contact_of,
    is_well_formed,
    new_code,
    normalised,
)

CODE = "K7QF-2M9X-HT4C-8WBN-36RA"


def test_code_cannot_be_guessed_and_is_read_aloud_in_groups() -> None:
    codes = {new_code() for _each in range(1000)}

    assert RANDOM * math.log2(len(ALPHABET)) > 80
    assert len(codes) == 1000
    assert {tuple(map(len, code.split("-"))) for code in codes} == {(4, 4, 4, 4, 4)}
    assert not set("ILOUZ") & set("".join(codes))
    assert all(map(is_well_formed, codes))


@pytest.mark.parametrize(
    "typed",
    [
        CODE.lower(),
        CODE.replace("-", " "),
        CODE.replace("-", ""),
        " Ｋ７ＱＦ－２Ｍ９Ｘ　ht4c—8wbn–36ra\n",
        CODE.replace("2", "z"),
    ],
)
def test_typed_forms_mean_the_same(typed) -> None:
    assert normalised(typed) == CODE.replace("-", "")
    assert access_digest(typed, "13800001111") == access_digest(CODE, "+86 138 0000-1111")


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    assert normalised("oOiIlLuU") == "001111VV"


def test_check_character_tells_each_single_mistake_and_each_exchange() -> None:
    code = normalised(new_code())
    wrong = {code[:at] + char + code[at + 1 :] for at in range(20) for char in ALPHABET} - {code}
    swapped = {code[:at] + code[at + 1] + code[at] + code[at + 2 :] for at in range(18)} - {code}

    assert [one for one in wrong | swapped if is_well_formed(one)] == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("138 0000-1111", "13800001111"),
        ("+8613800001111", "13800001111"),
        ("008613800001111", "13800001111"),
        ("（0731）8888 6666", "073188886666"),
        ("86-0731-88886666", "073188886666"),
        (" Liu@Example.COM ", "liu@example.com"),
        ("ｌｉｕ＠example.com", "liu@example.com"),
        ("刘 小明", "刘小明"),
        ("甲区第3建筑（集团）公司", "甲区第3建筑集团公司"),
        ("", ""),
    ],
)
def test_contacts_are_compared_as_people_mean_them(typed, expected) -> None:
    assert contact_of(typed) == expected


def test_digest_needs_both_and_tells_neither() -> None:
    digests = [access_digest(CODE, "1380"), access_digest(CODE, "1381"), access_digest(new_code(), "1380")]
    digests += [access_digest("", ""), access_digest("", ""), access_digest(CODE, " - "), access_digest(CODE, "")]

    assert len(set(digests)) == 7
    assert {len(digest) for digest in digests} == {64}
