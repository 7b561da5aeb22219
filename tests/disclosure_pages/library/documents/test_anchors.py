"""Anchors of headings and articles, on usual and on odd text."""

from __future__ import annotations

import re

import pytest

from disclosure_pages.library.documents.anchors import anchor_text


def anchors(html: str) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', anchor_text(html).html)


def test_headings_make_the_table_of_contents() -> None:
    text = anchor_text("<h2>第一章　总则</h2><p>正文</p><h3>一、目的</h3><h2>第二章 附则</h2>")
    assert [(entry.anchor, entry.title, entry.level) for entry in text.entries] == [
        ("chapter-1", "第一章 总则", 2),
        ("s-yi-mu-di", "一、目的", 3),
        ("chapter-2", "第二章 附则", 2),
    ]


def test_articles_belong_to_the_heading_above() -> None:
    text = anchor_text("<p>第一条　甲</p><h2>第一章 总则</h2><p>第二条　乙</p>")
    assert [article.anchor for article in text.loose_articles] == ["article-1"]
    assert [article.name for article in text.entries[0].articles] == ["第二条"]


def test_article_links_to_itself() -> None:
    html = anchor_text('<p class="a"><b>第十二条</b>　办法</p>').html
    link = '<a class="article-link" href="#article-12">第十二条</a>'
    assert html == f'<p class="a" id="article-12"><b>{link}</b>　办法</p>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>第三条 甲</p>", ["article-3"]),
        ("<p>　　第三条（目的）甲</p>", ["article-3"]),
        ("<p>第 3 条 甲</p>", ["article-3"]),
        ("<p>第一百零二条　甲</p>", ["article-102"]),
        ("<p>第三条之一　甲</p>", ["article-3-1"]),
        ("<p>第三条</p>", ["article-3"]),
        ("<p>第一条为了甲</p><p>第二条本办法</p>", ["article-1", "article-2"]),
        ("<p>第一条 甲</p><p>第一条 乙</p>", ["article-1", "article-1_2"]),
        ("<h3>第三条 甲</h3>", ["article-3"]),
        ('<h2 id="old">总则</h2>', ["s-zong-ze"]),
        ("<h2>总则</h2><h2>总则</h2>", ["s-zong-ze", "s-zong-ze_2"]),
        ("<h2>①</h2><h2>※※</h2>", ["s-1", "s-heading"]),
        ("<h2>第二章 甲</h2><h3>第一节 乙</h3>", ["chapter-2", "chapter-2-section-1"]),
        ("<H2>总则</H2>", ["s-zong-ze"]),
    ],
)
def test_anchor_is_ascii_and_stable(html, expected) -> None:
    assert anchors(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "",
        "没有标记的文字",
        "<p>第三条规定的情形</p>",
        "<p>第三条第一款修改为：</p>",
        "<p>第一条至第三条适用本办法</p>",
        "<p>按照第三条 办理</p>",
        "<p>第条　甲</p>",
        "<h2></h2><h2>  </h2><h2><br/></h2>",
        "<p>第三条　没有结束",
        "<pre>第三条　甲</pre>",
        "<h5>总则</h5>",
    ],
)
def test_what_is_no_place_gets_no_anchor(html) -> None:
    assert anchor_text(html).html == html


def test_article_in_a_link_is_not_linked_twice() -> None:
    html = '<p><a href="/x/">第三条</a> 甲</p>'
    assert anchor_text(html).html == '<p id="article-3"><a href="/x/">第三条</a> 甲</p>'


def test_markup_through_the_number_is_left_alone() -> None:
    assert anchor_text("<p>第<b>三</b>条 甲</p>").html == '<p id="article-3">第<b>三</b>条 甲</p>'


def test_text_of_a_heading_is_plain() -> None:
    assert anchor_text("<h2>甲 &amp; <i>乙</i></h2>").entries[0].title == "甲 & 乙"
