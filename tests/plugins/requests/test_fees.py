"""Fees of 国办函〔2020〕109号, against tables reckoned by hand and a slow sum of one piece after the other."""

import pytest

from plugins.contrib.requests.fees import FeeBasis, fee_by_items, fee_by_pages


@pytest.mark.parametrize(
    ("before", "items", "total"),
    [
        (0, 1, 0),
        (0, 10, 0),
        (0, 11, 100),
        (0, 30, 2000),
        (0, 31, 2200),
        (0, 40, 4000),
        (0, 41, 4300),
        (0, 50, 7000),
        (0, 51, 7400),
        (10, 1, 100),
        (29, 2, 300),
        (30, 1, 200),
        (40, 1, 300),
        (100, 1, 900),
    ],
)
def test_fee_by_items_counts_the_month_of_the_applicant(before, items, total):
    assert fee_by_items(items=items, before=before).total == total


@pytest.mark.parametrize(
    ("pages", "total"),
    [(1, 0), (30, 0), (31, 10), (100, 700), (101, 720), (200, 2700), (201, 2740), (300, 6700)],
)
def test_fee_by_pages_rises_by_range(pages, total):
    assert fee_by_pages(pages=pages).total == total


def price_of_item(number):
    return 0 if number <= 10 else 100 if number <= 30 else 100 * (2 + (number - 31) // 10)


def price_of_page(number):
    return 0 if number <= 30 else 10 if number <= 100 else 20 if number <= 200 else 40


def test_fees_equal_the_sum_of_single_prices():
    for before in range(0, 65, 3):
        for items in range(1, 70):
            slow = sum(map(price_of_item, range(before + 1, before + items + 1)))
            assert fee_by_items(items=items, before=before).total == slow
    for pages in range(1, 420):
        assert fee_by_pages(pages=pages).total == sum(map(price_of_page, range(1, pages + 1)))


def test_fee_explains_itself_line_by_line():
    fee = fee_by_items(items=8, before=26)
    assert fee.sentences() == [
        "当月第 27 件至第 30 件：4 × 100 元 = 400 元",
        "当月第 31 件至第 34 件：4 × 200 元 = 800 元",
    ]
    assert fee_by_pages(pages=32).sentences() == [
        "第 1 页至第 30 页：30 × 0 元 = 0 元",
        "第 31 页至第 32 页：2 × 10 元 = 20 元",
    ]
    assert (fee.basis, fee.total) == (FeeBasis.ITEMS, 1200)


@pytest.mark.parametrize(("items", "before"), [(0, 0), (-1, 0), (1, -1)])
def test_no_fee_for_no_quantity(items, before):
    with pytest.raises(ValueError, match="no quantity"):
        fee_by_items(items=items, before=before)
