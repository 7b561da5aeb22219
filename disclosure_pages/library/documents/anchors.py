"""Anchors in the text of a document: its headings make a table of contents, its articles can be linked to.

Works on the sanitised rich text that blocks render, once, when the page is shown; what is stored has no anchors.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html import escape

from disclosure_pages.documents.numbers.numerals import NUMERAL_CHARACTERS, read_numeral
from disclosure_pages.pages.text import plain_text
from disclosure_pages.tree.slugs import ascii_slug

_NUMERAL = rf"[{NUMERAL_CHARACTERS}0-9]{{1,7}}"
_BLOCK = re.compile(
    r"<(?P<tag>h[2-4]|p)\b(?P<attributes>[^<>]*)>(?P<inner>.*?)</(?P=tag)\s*>", re.DOTALL | re.IGNORECASE
)
_ARTICLE = re.compile(
    rf"\s*(?P<name>第\s?(?P<number>{_NUMERAL})\s?条(?:之(?P<branch>{_NUMERAL}))?)(?P<after>.?)", re.DOTALL
)
_DIVISION = re.compile(rf"\s*第\s?(?P<number>{_NUMERAL})\s?(?P<kind>[编章节])")
_OWN_ID = re.compile(r"""\s+id\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""", re.IGNORECASE)
#: What may follow “第三条” where it is the beginning of an article, and not a mention of one.
_SEPARATORS = frozenset(" \u3000\xa0\t\n（(【[：:")
_DIVISIONS = {"编": "part", "章": "chapter", "节": "section"}
_LONGEST_SLUG = 40


@dataclass
class Entry:
    """A line of the table of contents; ``level`` is that of the heading (2 to 4), articles belong to the line above."""

    anchor: str
    title: str
    level: int
    articles: list[Article] = field(default_factory=list)


@dataclass(frozen=True)
class Article:
    """An article (第X条) that a link can lead to."""

    anchor: str
    name: str


@dataclass(frozen=True)
class AnchoredText:
    """HTML with anchors, headings in order, and articles that stand before any heading."""

    html: str
    entries: list[Entry]
    loose_articles: list[Article]


def anchor_text(html: str) -> AnchoredText:
    """Give every heading (h2 to h4) and every article of ``html`` an ASCII anchor of its own.

    ``#article-3`` is 第三条, ``#article-3-1`` is 第三条之一, ``#chapter-2`` is 第二章; other headings are named by
    their words. What comes twice gets ``_2``, as where a document prints another one below itself.
    """
    worker = _Worker()
    return AnchoredText(_BLOCK.sub(worker.replace, html), worker.entries, worker.loose)


class _Worker:
    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.loose: list[Article] = []
        self._used: Counter[str] = Counter()
        self._last_article = 0
        self._chapter = 0

    def replace(self, match: re.Match[str]) -> str:
        text = plain_text(match["inner"])
        is_heading = match["tag"].lower() != "p"
        article = self._article(text)
        if not text or not (is_heading or article):
            return match[0]
        anchor = self._free(_article_anchor(article) if article else self._heading_anchor(text))
        if is_heading:
            self.entries.append(Entry(anchor, text, int(match["tag"][1])))
        inner = match["inner"]
        if article:
            self._note(Article(anchor, article["name"]), is_heading=is_heading)
            inner = _linked(inner, article["name"], anchor)
        attributes = _OWN_ID.sub("", match["attributes"])
        return f'<{match["tag"]}{attributes} id="{anchor}">{inner}</{match["tag"]}>'

    def _article(self, text: str) -> re.Match[str] | None:
        """The beginning of an article; without a blank behind the number only where the number is the next one."""
        match = _ARTICLE.match(text)
        number = read_numeral(match["number"]) if match else None
        if match is None or number is None:
            return None
        begins = not match["after"] or match["after"] in _SEPARATORS
        follows = number == self._last_article + 1 and match["after"] not in "第款项至到和与及、，,规所的中之"
        if not begins and not follows:
            return None
        self._last_article = number
        return match

    def _note(self, article: Article, *, is_heading: bool) -> None:
        if not is_heading:
            (self.entries[-1].articles if self.entries else self.loose).append(article)

    def _heading_anchor(self, text: str) -> str:
        division = _DIVISION.match(text)
        number = read_numeral(division["number"]) if division else None
        if division is None or number is None:
            slug = ascii_slug(text, fallback="heading")[:_LONGEST_SLUG].strip("-")
            return f"s-{slug}"
        if division["kind"] == "章":
            self._chapter = number
        own = f"{_DIVISIONS[division['kind']]}-{number}"
        return f"chapter-{self._chapter}-{own}" if division["kind"] == "节" and self._chapter else own

    def _free(self, anchor: str) -> str:
        self._used[anchor] += 1
        return anchor if self._used[anchor] == 1 else f"{anchor}_{self._used[anchor]}"


def _article_anchor(article: re.Match[str]) -> str:
    branch = read_numeral(article["branch"]) if article["branch"] else None
    return f"article-{read_numeral(article['number'])}" + (f"-{branch}" if branch is not None else "")


def _linked(inner: str, name: str, anchor: str) -> str:
    """The article's number as a link to itself, unless markup runs through it or it stands in a link already."""
    written = escape(name, quote=False)
    before, found, after = inner.partition(written)
    if not found or "<a" in before.lower():
        return inner
    return f'{before}<a class="article-link" href="#{anchor}">{written}</a>{after}'
