"""A small list of schools, as text and as a page."""

from __future__ import annotations

from typing import Any

from plugins.contrib.guide_tables.enums import ColumnKind
from plugins.contrib.guide_tables.models import GuideColumn, GuideTable
from plugins.contrib.guide_tables.rows import join_text, rows_of
from plugins.contrib.guide_tables.schema import Column, Schema
from plugins.contrib.guide_tables.table import Table
from tests.factories.pages import make_draft

COLUMNS: tuple[dict[str, Any], ...] = (
    {"key": "name", "title": "学校名称", "is_required": True},
    {"key": "level", "title": "办学层次", "kind": ColumnKind.CHOICE, "codes": "小学\n初中"},
    {"key": "street", "title": "街道", "is_filter": True},
    {"key": "places", "title": "招生计划", "kind": ColumnKind.NUMBER, "unit_of_measure": "人"},
    {"key": "phone", "title": "电话", "kind": ColumnKind.PHONE},
    {"key": "lon", "title": "经度", "kind": ColumnKind.LONGITUDE, "is_listed": False},
    {"key": "lat", "title": "纬度", "kind": ColumnKind.LATITUDE, "is_listed": False},
)
TITLES = [column["title"] for column in COLUMNS]
ROWS = (
    ("甲小学", "小学", "东街道", "90", "0731-00000001", "113.01", "28.19"),
    ("乙中学", "初中", "东街道", "1200", "0731-00000002", "113.02", "28.20"),
    ("丙小学", "小学", "西街道", "225", "", "", ""),
)
TEXT = join_text(TITLES, ROWS)


def columns() -> list[GuideColumn]:
    return [GuideColumn(**column) for column in COLUMNS]


def schema(*more: Column) -> Schema:
    return Schema((*(column.as_column() for column in columns()), *more))


def table(text: str = TEXT) -> Table:
    return Table(schema(), rows_of(text, schema()))


def make_table(section: Any, *, title: str = "学校名录", rows: str = TEXT, author: Any = None) -> GuideTable:
    """A draft with its columns."""
    page = make_draft(title, section=section, kind=GuideTable, introduction="<p>本区学校。</p>", author=author)
    page.columns.set(columns())
    page.rows = rows
    page.save_revision(user=page.owner)
    return page
