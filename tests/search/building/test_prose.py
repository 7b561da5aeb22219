import pytest

from disclosure_pages.library.documents.blocks import blocks_of_html
from disclosure_pages.pages.models import Article
from search.building.prose import passages_of_html, passages_of_stream, text_of
from search.documents import Passage
from tests.factories.kinds import TABLE

SAMPLES = [
    "<p>第一条 为了规范&amp;管理，制定本办法。</p><p>第二条 本办法所称“单位”，<b>是指</b>&nbsp;区直部门。</p>",
    "<h2>一、总则</h2><ul><li>甲<br/>乙</li><li><p>丙</p></li></ul><h3>（一）<i>范围</i></h3><p>丁 &lt; 戊</p>",
    '<p>见<a linktype="document" id="3" title="a > b">附件</a>。</p><hr/><blockquote>引文</blockquote>',
    "没有标签",
    "",
]


def _stream(*blocks):
    field = Article._meta.get_field("body")  # a page would ask the database for its content type
    return field.stream_block.to_python([{"type": kind, "value": value} for kind, value in blocks])


@pytest.mark.parametrize("html", SAMPLES)
def test_passages_hold_the_words_that_editions_hold(html):
    ours = "".join(f"{passage.heading}{passage.text}" for passage in passages_of_html(html))
    theirs = "".join(block.text for block in blocks_of_html(html))

    assert "".join(ours.split()) == "".join(theirs.split())


def test_text_is_cut_at_its_headings():
    html = "<p>前言</p><h2>一、目标</h2><p>甲</p><p>乙</p><h3>（一）<b>任务</b></h3><ul><li>丙</li><li>丁</li></ul>"

    assert list(passages_of_html(html)) == [
        Passage("前言"),
        Passage("甲\n乙", "一、目标"),
        Passage("丙\n丁", "（一）任务"),
    ]


def test_heading_without_text_is_kept():
    assert list(passages_of_html("<h2>附则</h2>")) == [Passage("", "附则")]


def test_heading_counts_in_the_blocks_that_follow():
    figure = {"image": {"image": 1, "alt_text": "大门", "decorative": False}, "caption": "东门"}
    stream = _stream(("text", "<p>序</p><h2>收支</h2><p>如下</p>"), ("table", TABLE), ("figure", figure))

    assert list(passages_of_stream(stream)) == [
        Passage("序"),
        Passage("如下\n收支\n项目 | 金额\n合计 | 12\n大门\n东门", "收支"),
    ]


def test_picture_that_is_decoration_says_nothing():
    figure = {"image": {"image": 1, "alt_text": "花边", "decorative": True}, "caption": ""}

    assert list(passages_of_stream(_stream(("figure", figure)))) == []


def test_broken_markup_loses_no_words():
    assert text_of('<p title="开始>正文') != ""
