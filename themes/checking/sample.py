"""What a partial is shown with when it is checked, and what has to be found in the result."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from disclosure_pages.public.contexts.columns import Entry
from disclosure_pages.public.enums import ReadingMode
from disclosure_pages.public.footer import Link
from disclosure_pages.public.listings.rows import Row
from disclosure_pages.public.looks import Look
from disclosure_pages.public.neighbours import Neighbour, Neighbours
from disclosure_pages.public.place import Place
from disclosure_pages.public.skeleton import Crumb

DAY = dt.date(2026, 6, 1)

#: Signs that must be found where a partial is shown with :func:`sample_context`.
REQUIRED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "reading_bar": (
            *('method="post"', 'name="mode"', 'name="next"', 'value="/sample/here/"', "aria-pressed"),
            *(f'value="{mode.value}"' for mode in ReadingMode),
        ),
        "masthead": ('href="/sample/"', "样区", 'action="/sample/search/"', 'href="/sample/library/"'),
        "breadcrumbs": ('href="/sample/"', "样区首页", "样栏目", "aria-current"),
        "footer": (
            "样区人民政府",
            "0731-00000000",
            "4301020001",
            "湘ICP备00000001号",
            "样公网安备0001号",
            "example.org",
        ),
        "entry_statutory": (
            'href="/sample/statutory/"',
            "法定主动公开",
            'href="/sample/statutory/budget/"',
            "财政预算",
        ),
        "entry_on_request": ('href="/sample/statutory/"', "法定主动公开"),
        "entry_plain": ('href="/sample/statutory/"', "法定主动公开"),
        "entry_group": ('href="/sample/statutory/"', "法定主动公开", 'href="/sample/statutory/budget/"', "财政预算"),
        "newest": ('href="/sample/notice/"', "关于样例的通知"),
        "rows": ('href="/sample/notice/"', "关于样例的通知", "样区教育局", "2026-06-01"),
        "column_tiles": ('href="/sample/statutory/budget/"', "财政预算"),
        "header_rows": ("责任单位", "样区教育局"),
        "files": ('href="/sample/file.pdf"', "样例附件"),
        "neighbours": (
            'href="/sample/newer/"',
            "较新的内容",
            'href="/sample/older/"',
            "较旧的内容",
            'href="/sample/column/"',
        ),
    }
)


@dataclass(frozen=True)
class File:
    """An attachment, and the document that it is of."""

    url: str = "/sample/file.pdf"
    extension: str = "PDF"
    size: int = 2048

    @property
    def document(self) -> File:
        return self

    def __str__(self) -> str:
        return "样例附件"


def sample_context(look: Look, mode: ReadingMode) -> dict[str, Any]:
    """Everything that any partial is given, at once."""
    child = Entry(2, "00010002", "财政预算", "预算", "statutory", "/sample/statutory/budget/", False, 3, DAY)
    entry = Entry(1, "0001", "法定主动公开", "", "statutory", "/sample/statutory/", False, 12, DAY, [child])
    return {
        **_frame(look, mode),
        "entry": entry,
        "entries": [child],
        "rows": [Row(1, "关于样例的通知", "/sample/notice/", DAY, "样区教育局", "样区")],
        "header_rows": [("责任单位", "样区教育局")],
        "attachments": [File()],
        "neighbours": Neighbours(
            newer=Neighbour("较新的内容", "/sample/newer/"), older=Neighbour("较旧的内容", "/sample/older/")
        ),
        "column": {"title": "样栏目"},
        "column_url": "/sample/column/",
    }


def _frame(look: Look, mode: ReadingMode) -> dict[str, Any]:
    place = Place(
        district_id=1,
        district="样区",
        government="样区人民政府",
        home_path="/city/sample/",
        site_identifier="4301020001",
        icp_number="湘ICP备00000001号",
        police_number="样公网安备0001号",
        contact="电话 0731-00000000",
    )
    return {
        "theme": look,
        "place": place,
        "page_title": place.site_name,
        "home_url": "/sample/",
        "search_url": "/sample/search/",
        "entrances": [("政策文件库", "/sample/library/")],
        "reading": mode,
        "reading_modes": ReadingMode,
        "return_path": "/sample/here/",
        "crumbs": [Crumb("样区首页", "/sample/"), Crumb("样栏目")],
        "footer_links": [Link(None, "找错", "https://example.org/report")],
        "feed_url": "/sample/atom.xml",
    }
