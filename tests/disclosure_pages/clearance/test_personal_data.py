"""What counts as personal data, and that findings are masked."""

from __future__ import annotations

import pytest

from disclosure_pages.clearance.personal_data import scan_text

# Numbers are made up here; check digits are worked out by the test itself.


def check_digit(digits: str) -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return "10X98765432"[sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11]


@pytest.mark.parametrize("digits", ["43010219900307123", "11010520000229002"])
def test_resident_id_with_its_check_digit_is_found_and_masked(digits: str) -> None:
    number = digits + check_digit(digits)
    [hit] = scan_text({"body": f"<p>身份证号：{number}，住址略</p>"})
    assert (hit.kind, hit.masked) == ("resident_id", number[:3] + "*" * 13 + number[-2:])


def test_resident_id_with_another_check_digit_is_not_found() -> None:
    digits = "43010219900307123"
    wrong = "0" if check_digit(digits) != "0" else "1"
    assert not scan_text({"body": digits + wrong})


def test_resident_id_with_an_impossible_day_is_not_found() -> None:
    digits = "43010219900230123"
    assert not scan_text({"body": digits + check_digit(digits)})


@pytest.mark.parametrize("text", ["13812345678", "138-1234-5678", "１３８１２３４５６７８"])
def test_mobile_number_is_found_in_every_spelling(text: str) -> None:
    assert [hit.masked for hit in scan_text({"body": f"电话{text}。"})] == ["138******78"]


@pytest.mark.parametrize("text", ["12812345678", "1381234567", "0731-88665544", "2026年11月24日", "（2026）13812号"])
def test_other_numbers_are_not_found(text: str) -> None:
    assert not scan_text({"body": text})


def test_bank_card_passes_only_with_its_check_digit() -> None:
    digits = next(f"622202123456789{n:01d}" for n in range(10) if _luhn(f"622202123456789{n:01d}"))
    assert [hit.kind for hit in scan_text({"body": digits})] == ["bank_card"]
    assert not scan_text({"body": digits[:-1] + str((int(digits[-1]) + 1) % 10)})


def _luhn(digits: str) -> bool:
    values = [int(d) if i % 2 == 0 else sum(divmod(2 * int(d), 10)) for i, d in enumerate(reversed(digits))]
    return sum(values) % 10 == 0
