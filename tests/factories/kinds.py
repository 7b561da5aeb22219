"""One complete page of each kind, with children, files, a table and pictures where the kind has them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from disclosure_pages.pages import models
from disclosure_pages.tree.models import DisclosurePage, Section

from .media import make_document, make_image
from .pages import make_draft
from .tree import make_column, make_section

DAY = dt.date(2026, 6, 1)
KINDS: tuple[type[DisclosurePage], ...] = (
    models.Article,
    models.GuidePage,
    models.SystemPage,
    models.InstitutionProfile,
    models.EnterpriseProfile,
    models.MeetingPage,
)
TABLE = {
    "data": [["项目", "金额"], ["合计", "12"]],
    "cell": [],
    "mergeCells": [],
    "first_row_is_table_header": True,
    "first_col_is_header": False,
    "table_caption": "收支",
    "table_header_choice": "row",
}


def section_for(kind: type[DisclosurePage]) -> Section:
    """A section in which ``kind`` may be written."""
    return make_section(column=make_column(purpose=min(kind.purposes)))


def make_complete(kind: type[DisclosurePage], *, section: Section | None = None) -> Any:
    """A draft of ``kind`` with everything filled in."""
    draft = make_draft(kind=kind, section=section or section_for(kind), **FIELDS[kind]())
    for relation, rows in CHILDREN[kind]().items():
        getattr(draft, relation).set([draft._meta.get_field(relation).related_model(**row) for row in rows])
    draft.save_revision(user=draft.owner)
    return draft


def _article() -> dict[str, Any]:
    image = make_image()
    return {
        "document_number": "芙政办发〔2026〕5号",
        "source": "区教育局",
        "formed_on": DAY,
        "body": [
            ("text", f'<h2>一</h2><p>正文，见<a linktype="document" id="{make_document().pk}">表</a>。</p>'),
            ("table", TABLE),
            *[("figure", _figure(image, words)) for words in ("东门", "西门")],
        ],
    }


def _figure(image: Any, words: str) -> dict[str, Any]:
    block = models.Article._meta.get_field("body").stream_block.child_blocks["figure"]
    return block.to_python({"image": {"image": image.pk, "alt_text": words, "decorative": False}, "caption": words})


def _guide() -> dict[str, Any]:
    return {"issued_on": DAY, "scope": "<p>范围</p>", "forms": "<p>形式</p>", "how_to_request": "<p>程序</p>"}


def _institution() -> dict[str, Any]:
    return {"duties": "<p>职责</p>", "address": "测试路1号", "hours": "工作日", "phone": "0731-00000000"}


def _enterprise() -> dict[str, Any]:
    return {"service": "water", "regulator": "区城管局", "address": "测试路2号", "phone": "0731-00000000"}


def _attachments() -> list[dict[str, Any]]:
    return [{"document": make_document(title=f"附件{number}"), "title": f"附件{number}"} for number in (1, 2)]


FIELDS = {
    models.Article: _article,
    models.GuidePage: _guide,
    models.SystemPage: lambda: {"introduction": "<p>说明</p>"},
    models.InstitutionProfile: _institution,
    models.EnterpriseProfile: _enterprise,
    models.MeetingPage: lambda: {"number": "第1次", "held_on": DAY, "summary": "<p>概要</p>"},
}
CHILDREN = {
    models.Article: lambda: {"attachments": _attachments()},
    models.GuidePage: lambda: {
        "offices": [
            {"name": name, "address": "测试路3号", "hours": "工作日", "phone": "0731-00000000"} for name in ("甲", "乙")
        ]
    },
    models.SystemPage: lambda: {
        "rules": [{"title": title, "issued_on": DAY, "document": make_document(title=title)} for title in ("甲", "乙")]
    },
    models.InstitutionProfile: lambda: {
        "heads": [{"name": "甲某", "post": "局长"}, {"name": "乙某", "post": "副局长", "portfolio": "财务"}],
        "inner_offices": [{"name": "办公室", "duties": "文电"}],
    },
    models.EnterpriseProfile: lambda: {"items": [{"title": "水价"}, {"title": "水质", "link": "/furong/"}]},
    models.MeetingPage: lambda: {
        "agenda": [{"title": "议题一"}, {"title": "议题二", "reported_by": "区教育局"}],
        "decisions": [{"text": "原则同意"}],
        "attachments": _attachments(),
    },
}
