"""Tables nobody planned: whatever is read from one is the same after it was written and read again."""

from __future__ import annotations

import openpyxl
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from plugins.contrib.item_catalogue.reading import parse_catalogues
from plugins.contrib.item_catalogue.writing import WRITERS
from tests.plugins.item_catalogue.catalogues import saved

NEEDED = ["序号", "二级事项", "公开内容"]
TOPS = ["一级事项", "公开依据", "公开时限", "公开渠道", "公开对象", "备注", "样例列", "样例列", ""]
SUBS = ["", "", "", "", "全社会", "政府网站", "主动公开", "样例"]
CELLS = ["", "", "1", "（二）", "甲", "甲", "乙\n丙", "√", "□", "√ 丁", "×", "■政府网站 □其他：丁", "政府网站、公示栏"]
CELLS += ["注：戊", "样例目录"]  # no words of headings: below blank rows they would be some


@st.composite
def tables(draw):
    """Rows of a sheet, and cells that are merged downwards."""
    top = draw(st.permutations([*NEEDED, *draw(st.lists(st.sampled_from(TOPS), max_size=5))]))
    width = len(top)
    sub = draw(st.lists(st.sampled_from(SUBS), min_size=width, max_size=width))
    body = draw(st.lists(st.lists(st.sampled_from(CELLS), min_size=width, max_size=width), min_size=1, max_size=5))
    above = draw(st.sampled_from([[], [["样例目录"]], [["样例目录", "", "丁"], []]]))
    rows = [*above, top, *draw(st.sampled_from([[], [sub]])), *body]
    columns = draw(st.lists(st.integers(1, width), unique=True, max_size=3))
    starts = [(draw(st.integers(len(above) + 1, len(rows))), column) for column in columns]
    merges = [(start, column, draw(st.integers(start, len(rows)))) for start, column in starts]
    return rows, [(start, column, end) for start, column, end in merges if end > start]


def _workbook(rows, merges):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([text or None for text in row])
    for start, column, end in merges:
        book.active.merge_cells(start_row=start, end_row=end, start_column=column, end_column=column)
    return saved(book)


@pytest.mark.parametrize("format_", sorted(WRITERS))
@given(table=tables())
@settings(max_examples=60, deadline=None)
def test_what_is_read_is_the_same_again(format_, table):
    sheets = [sheet for sheet in parse_catalogues(_workbook(*table)).sheets if sheet.entries]
    assume(sheets)

    for sheet in sheets:
        (again,) = parse_catalogues(WRITERS[format_](sheet)).sheets
        assert again.shape == sheet.shape
        assert again.entries == sheet.entries
