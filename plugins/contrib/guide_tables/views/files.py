"""Files below the page of a table; they hold what the page shows, on all its pages."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.http import content_disposition_header

from plugins.api import SHEET_TYPES, install_part
from plugins.contrib.guide_tables.files import columns_as_json, rows_as_json, sheet_of
from plugins.contrib.guide_tables.models import GuideTable
from plugins.contrib.guide_tables.queries import Numbered, TableQuery, select_rows
from plugins.contrib.guide_tables.table import Table

JSON_FILE = "table.json"
SHEET_FILES = {f"table.{file_format}": file_format for file_format in SHEET_TYPES}


def install_files() -> None:
    """Let tables answer with their files."""
    install_part(GuideTable, JSON_FILE, json_file)
    for name, file_format in SHEET_FILES.items():
        install_part(GuideTable, name, partial(sheet_file, file_format=file_format))


def json_file(page: Any, request: HttpRequest) -> HttpResponse:
    """Columns and rows by their keys."""
    table, rows = _asked(page, request)
    content = {
        "title": page.title,
        "published_on": page.published_on,
        "total": len(table.rows),
        "found": len(rows),
        "columns": columns_as_json(table.schema),
        "rows": rows_as_json(table.schema, rows),
    }
    return JsonResponse(content, json_dumps_params={"ensure_ascii": False}, headers=_named(page, "json"))


def sheet_file(page: Any, request: HttpRequest, *, file_format: str) -> HttpResponse:
    """A sheet with the headings in its first row."""
    table, rows = _asked(page, request)
    content = sheet_of(table.schema, rows, file_format=file_format, title=page.title)
    return HttpResponse(content, content_type=SHEET_TYPES[file_format], headers=_named(page, file_format))


def _asked(page: Any, request: HttpRequest) -> tuple[Table, list[Numbered]]:
    table = page.table
    return table, select_rows(table, TableQuery.read(request.GET, table.schema))


def _named(page: Any, ending: str) -> dict[str, str]:
    name = f"{page.title[:60]}-{page.published_on}.{ending}"
    return {"Content-Disposition": str(content_disposition_header(as_attachment=True, filename=name))}
