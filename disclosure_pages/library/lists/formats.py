"""Lists in formats that plug-ins add: offered beside XLSX and CSV, and written when somebody asks for one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from plugins.contributions.files import ExportTable
from plugins.formats import export_formats, written

from .tables import TableColumn

Row = TypeVar("Row")
#: What a plug-in that fails has a pause of.
RETRY_SECONDS = 60


def offers(request: HttpRequest, district: int | None, *, address: Callable[[str], str]) -> list[tuple[str, str]]:
    """Label and address of each format; ``address`` makes one of an extension."""
    found = export_formats(district, request=request)
    return [(str(given.answer.label), address(given.answer.extension)) for given in found]


def table_of(rows: Iterable[Row], *, columns: Sequence[TableColumn[Row]], title: str) -> ExportTable:
    """A list with its columns, as plug-ins write it; rows are made when they are written."""
    cells = ([value(row) for _heading, value in columns] for row in rows)
    return ExportTable(title, [str(heading) for heading, _value in columns], cells)


def exported(
    request: HttpRequest, *, extension: str, district: int | None, table: Callable[[], ExportTable], name: str
) -> HttpResponse:
    """``table`` as a file to be saved. Raises ``Http404`` for a format that nobody adds in the district.

    503 when the plug-in fails: the list itself, and its other formats, are still there.
    """
    found: Any = {given.answer.extension: given for given in export_formats(district, request=request)}.get(extension)
    if found is None:
        raise Http404
    content = written(found, table())
    if content is None:
        sentence = _("This format cannot be written at the moment. Choose another one, or try again in a minute.")
        headers = {"Retry-After": str(RETRY_SECONDS)}
        return HttpResponse(sentence, status=503, content_type="text/plain; charset=utf-8", headers=headers)
    disposition = f'attachment; filename="{name}.{extension}"'
    return HttpResponse(content, content_type=found.answer.content_type, headers={"Content-Disposition": disposition})
