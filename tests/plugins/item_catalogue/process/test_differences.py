"""Two wordings side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.contrib.item_catalogue.process.differences import Span, side_by_side


def test_chinese_is_compared_sign_by_sign():
    left, right = side_by_side("及时公开名单", "实时公开全部名单")

    assert [span.text for span in left if span.is_changed] == ["及"]
    assert [span.text for span in right if span.is_changed] == ["实", "全部"]


def test_numbers_are_compared_as_a_whole():
    assert side_by_side("20个工作日内", "25个工作日内")[1] == [Span("25", True), Span("个工作日内", False)]


@pytest.mark.parametrize(("old", "new"), [("", ""), ("甲", ""), ("", "甲")])
def test_nothing_on_a_side(old, new):
    left, right = side_by_side(old, new)

    assert ("".join(span.text for span in left), "".join(span.text for span in right)) == (old, new)


@given(st.text(), st.text())
def test_nothing_is_lost(old, new):
    left, right = side_by_side(old, new)

    assert ("".join(span.text for span in left), "".join(span.text for span in right)) == (old, new)
    assert [one.text for one in left if not one.is_changed] or not [one for one in right if not one.is_changed]
