"""The sample texts: whole, dated, and of every life that the demo promises."""

from __future__ import annotations

import datetime as dt

import pytest

from cms.demo.lives import LIVES
from cms.demo.prose import blocks_of, html_of
from cms.demo.reading import read_texts
from cms.demo.writing import KINDS, SEPARATOR
from disclosure_pages.clearance.personal_data.scanning import scan_text
from disclosure_pages.responsibility.domain.samples import sample_table

TODAY = dt.date(2027, 3, 1)


@pytest.fixture(scope="module")
def texts():
    return read_texts(today=TODAY)


def test_every_life_and_every_kind_occurs(texts) -> None:
    assert {text.life for text in texts} == set(LIVES)
    assert {text.kind for text in texts} == set(KINDS)


def test_texts_are_spread_over_two_years_and_none_lies_ahead(texts) -> None:
    days = [text.published_on for text in texts]
    assert days == sorted(days)
    assert dt.timedelta(days=365) < TODAY - days[0] < dt.timedelta(days=731)
    assert days[-1] < TODAY


def test_no_mark_is_left_unfilled(texts) -> None:
    written = [f"{text.title}{text.text}{text.number}{text.table}{text.files}" for text in texts]
    assert not [text for text in written if "{year}" in text or "{n}" in text or "{month}" in text]


def test_titles_differ_within_a_column(texts) -> None:
    places = [(text.column, text.title) for text in texts]
    assert len(places) == len(set(places))


def test_every_column_is_one_of_the_shipped_table_or_the_former_one(texts) -> None:
    table = sample_table().decode("utf-8-sig")
    titles = {text.column.split(SEPARATOR)[-1] for text in texts}
    assert {title for title in titles if title not in table} == {"创建文明典范城区"}


def test_texts_hold_no_personal_data(texts) -> None:
    everything = {str(number): str(text) for number, text in enumerate(texts)}
    assert scan_text(everything) == []


def test_plain_text_becomes_headings_lists_and_paragraphs() -> None:
    html = html_of("一段 <b>\n## 标题\n- 甲\n- 乙\n末段")
    assert html == "<p>一段 &lt;b&gt;</p><h2>标题</h2><ul><li>甲</li><li>乙</li></ul><p>末段</p>"


def test_table_and_figure_follow_the_text() -> None:
    blocks = blocks_of("甲", table={"rows": [["a"]], "caption": "b"}, figure={"image": 1})
    assert [block["type"] for block in blocks] == ["text", "figure", "table"]
