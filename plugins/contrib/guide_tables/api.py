"""The tables of a district for programs: the same rows, filters and order as on the page."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import Http404, HttpRequest
from ninja import Path, Query, Router, Schema

from plugins.api import LARGEST_KEY, ProblemSchema

from .files import columns_as_json, rows_as_json
from .models import GuideTable
from .queries import TableQuery, select_rows

router = Router()
ERRORS: dict[Any, Any] = {404: ProblemSchema, 422: ProblemSchema}


class ListedTable(Schema):
    """A table without its rows."""

    key: int
    title: str
    published_on: dt.date


class TableRows(Schema):
    """One page of the rows of a table; each row is an object by the keys of the columns."""

    key: int
    title: str
    published_on: dt.date
    total: int
    found: int
    page: int
    size: int
    columns: list[dict[str, Any]]
    rows: list[dict[str, Any]]


class Asked(Schema):
    """``sort`` is the key of a column, with a minus in front of it to begin with the last; ``size`` is at most 500."""

    q: str = ""
    sort: str = ""
    page: int = 1
    size: int = 50


@router.get("tables", response={200: list[ListedTable], **ERRORS})
def guide_tables(request: HttpRequest, district: Path[str]) -> list[dict[str, Any]]:
    """The public tables of a district, newest first."""
    public = GuideTable.objects.public().filter(district__slug=district).newest_first()
    return [{"key": page.pk, "title": page.title, "published_on": page.published_on} for page in public.defer("rows")]


@router.get("tables/{key}", response={200: TableRows, **ERRORS})
def guide_table_rows(request: HttpRequest, district: Path[str], key: Path[int], asked: Query[Asked]) -> dict[str, Any]:
    """Rows that hold the words ``q`` and the values of filters, which are given by the keys of their columns."""
    public = GuideTable.objects.public().filter(district__slug=district)
    found = public.filter(pk=key).first() if 0 < key <= LARGEST_KEY else None
    if found is None:
        raise Http404
    table = found.table
    query = TableQuery.read(request.GET, table.schema)
    selected = select_rows(table, query)
    start = (query.page - 1) * query.size
    return {
        "key": found.pk,
        "title": found.title,
        "published_on": found.published_on,
        "total": len(table.rows),
        "found": len(selected),
        "page": query.page,
        "size": query.size,
        "columns": columns_as_json(table.schema),
        "rows": rows_as_json(table.schema, selected[start : start + query.size]),
    }
