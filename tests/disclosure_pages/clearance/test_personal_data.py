"""What counts as personal data, what only looks like it, and that findings are masked."""

from __future__ import annotations

import pytest

from disclosure_pages.clearance.personal_data.regions import is_region
from disclosure_pages.clearance.personal_data.scanning import scan_text

# Numbers are made up here; check digits are worked out by the test itself.


def resident_id(digits: str) -> str:
    """``digits`` (17 of them) with their check digit."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return digits + "10X98765432"[sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11]


def card(digits: str) -> str:
    """``digits`` with the check digit of a bank card."""
    values = [int(d) if i % 2 else sum(divmod(2 * int(d), 10)) for i, d in enumerate(reversed(digits))]
    return digits + str(-sum(values) % 10)


ID = resident_id("43010219900307123")
CARD = card("622202123456789012")


def found(text: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.masked) for hit in scan_text({"body": text})]


@pytest.mark.parametrize(
    "digits",
    [
        "43010219900307123",
        "11010520000229002",  # a leap day
        "43290119651231001",  # a prefecture that has become a city
        "51020219700101009",  # Chongqing, when it was a part of Sichuan
        "81000019900307123",  # residence permit of people from Hong Kong
        "46902519900307123",
    ],
)
def test_resident_id_is_found_and_masked(digits: str) -> None:
    number = resident_id(digits)
    assert found(f"<p>身份证号：{number}，住址略</p>") == [("resident_id", number[:3] + "*" * 13 + number[-2:])]


@pytest.mark.parametrize(
    "written",
    [
        f"{ID[:6]} {ID[6:14]} {ID[14:]}",
        f"{ID[:6]}-{ID[6:14]}-{ID[14:]}",
        f"{ID[:4]} {ID[4:8]} {ID[8:12]} {ID[12:16]} {ID[16:]}",
        f"<b>{ID[:6]}</b>{ID[6:]}",
        f"{ID[:6]}&#8203;{ID[6:]}",
        f"{ID[:6]}\u00ad{ID[6:]}",
        "".join(chr(ord(char) + 0xFEE0) for char in ID),
        f"第12 {ID}",
        f'<a href="/show?no={ID}">详情</a>',
        f"X{ID}".removeprefix("X") + "，",
        resident_id("43010219900307120").lower(),
    ],
)
def test_resident_id_is_found_in_every_spelling(written: str) -> None:
    assert [kind for kind, _masked in found(written)] == ["resident_id"]


@pytest.mark.parametrize(
    "written",
    [
        ID[:-1] + ("0" if ID[-1] != "0" else "1"),  # another check digit
        resident_id("43010219900230123"),  # no such day
        resident_id("43990219900307123"),  # no such prefecture
        resident_id("10010219900307123"),  # no such province
        resident_id("43010217490307123"),  # nobody lives as long
        f"A{ID}",
        f"{ID}8",
        "430102********1234",
    ],
)
def test_what_is_no_resident_id_is_not_found(written: str) -> None:
    assert found(written) == []


def test_regions_are_those_of_the_table() -> None:
    codes = ["430102", "429006", "432901", "719999", "650000", "990102", ""]
    assert [is_region(code) for code in codes] == [True, True, True, False, False, False, False]


@pytest.mark.parametrize(
    "text",
    [
        "13812345678",
        "138-1234-5678",
        "138 1234 5678",
        "１３８１２３４５６７８",
        "+86 13812345678",
        "8613812345678",
        "tel:13812345678",
        "138<b>1234</b>5678",
        "138&nbsp;1234&nbsp;5678",
        "（0731-88665544、13812345678）",
        '<a href="tel:13812345678">联系我们</a>',
    ],
)
def test_mobile_number_is_found_in_every_spelling(text: str) -> None:
    assert found(f"电话{text}。") == [("mobile", "138******78")]


@pytest.mark.parametrize("number", [CARD, card("622848123456789"), card("6210123456789012"), card("436742123456789")])
def test_bank_card_is_found(number: str) -> None:
    assert found(f"账号{number}。") == [("bank_card", number[:3] + "*" * (len(number) - 5) + number[-2:])]


@pytest.mark.parametrize("written", [card("622848123456789"), card("436742123456789")])
def test_bank_card_is_found_in_groups_of_four(written: str) -> None:
    groups = " ".join(written[start : start + 4] for start in range(0, 16, 4))
    assert [kind for kind, _masked in found(groups)] == ["bank_card"]


@pytest.mark.parametrize("mark", ["，", ",", "、", "/", "；", " ", "\n"])
def test_numbers_side_by_side_are_all_found(mark: str) -> None:
    assert len(found(mark.join(["13812345678", "13912345678", "13712345678"]))) == 3
    assert len(found(mark.join([CARD, card("622848123456789012")]))) == 2


def test_bank_card_passes_only_with_its_check_digit() -> None:
    assert found(CARD[:-1] + str((int(CARD[-1]) + 1) % 10)) == []


@pytest.mark.parametrize("number", ["E12345678", "G12345678", "EA1234567", "EK1234567"])
def test_passport_is_found(number: str) -> None:
    assert found(f"护照号码：{number}，") == [("passport", number[:3] + "****" + number[-2:])]


@pytest.mark.parametrize(
    "text",
    [
        "12812345678",
        "1381234567",
        "138123456789",
        "0731-88665544",
        "0731-82345678",
        "（0731）8234 5678",
        "400-800-1234",
        "2026年11月24日",
        "（2026）13812号",
        "芙政办发〔2026〕13号",
        "2026-03-07 13:45:30",
        "订单号13812345678",
        "快递单号：13812345678",
        "订单编号：" + card("622202123456789012"),
        "DD13812345678",
        "91430102MA4L138123",
        "911101081380012345",
        "统一社会信用代码：91430100MA4PCX5T1B",
        "统一社会信用代码 114301020061234567",
        "金额13,812,345,678.00元",
        "13812345678.50元",
        "20260307138123456",
        "1234567890123456",
        "2222222222222222222",
        "2026 1234 2026 5678 1234",
        "网站标识码4301020001",
        "湘公网安备43010202000123号",
        "E1234567",
        "E123456789",
        "AE12345678",
        "EI1234567",
        "H12345678",
        "G12345678-1",
        "产品编号E12345678",
        "经纬度112.98123456，28.12345678",
        "GB/T 2260-2007",
        "ISBN 978-7-5438-1234-5",
    ],
)
def test_other_numbers_are_not_found(text: str) -> None:
    assert found(text) == []


def test_same_number_has_one_fingerprint_and_another_number_another() -> None:
    second, first, other = scan_text({"body": f"13812345678 {ID}", "title": "138-1234-5678"})
    assert first.fingerprint == other.fingerprint != second.fingerprint
    assert (first.field, other.field) == ("body", "title")


def test_hit_does_not_hold_the_number() -> None:
    assert ID not in repr(scan_text({"body": ID}))


def test_long_text_costs_time_in_proportion() -> None:
    for piece in ("1", "4 ", "13812345678", "1-", "E1", "<a ", "订单号", "6222 "):
        assert isinstance(scan_text({"body": piece * (400_000 // len(piece))}), list)
