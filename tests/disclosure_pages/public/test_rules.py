"""Small answers without a database."""

from __future__ import annotations

import pytest

from disclosure_pages.public.rules import last_page, page_window


@pytest.mark.parametrize(("total", "last"), [(0, 1), (1, 1), (20, 1), (21, 2), (100_000, 5_000)])
def test_last_page_of_a_listing(total: int, last: int) -> None:
    assert last_page(total=total, size=20) == last


@pytest.mark.parametrize(
    ("current", "last", "window"),
    [
        (1, 1, [1]),
        (1, 3, [1, 2, 3]),
        (5, 9, [1, None, 3, 4, 5, 6, 7, None, 9]),
        (1, 5_000, [1, 2, 3, None, 5_000]),
        (5_000, 5_000, [1, None, 4_998, 4_999, 5_000]),
    ],
)
def test_page_window_leaves_numbers_out(current: int, last: int, window: list[int | None]) -> None:
    assert page_window(current=current, last=last) == window
