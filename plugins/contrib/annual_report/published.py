"""Published reports for programs and for search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .structure import format_cell

if TYPE_CHECKING:
    from .models import AnnualReportPage, CityPublication


def listed_as_json(page: AnnualReportPage) -> dict[str, Any]:
    """A report without its figures."""
    return {
        "key": page.pk,
        "title": page.title,
        "year": page.year,
        "organ": page.organ,
        "form": page.frozen.form.code,
        "published_on": page.published_on,
    }


def report_as_json(page: AnnualReportPage) -> dict[str, Any]:
    """A report with its tables. A figure is text: “12”, “/” where the matter does not apply, null where it is blank."""
    form, values = page.frozen.form, page.frozen.values
    tables = [
        {
            "code": table.code,
            "title": table.title,
            "rows": [
                {
                    "code": row.code,
                    "title": row.path,
                    "values": {
                        column.code: format_cell(values.get((table.code, row.code, column.code))) or None
                        for column in table.columns
                    },
                }
                for row in table.rows
            ],
            "columns": [{"code": column.code, "title": column.path} for column in table.columns],
        }
        for table in form.tables
    ]
    return {**listed_as_json(page), "tables": tables}


def city_listed_as_json(publication: CityPublication) -> dict[str, Any]:
    """A city's report without its figures, as :func:`listed_as_json`; ``key`` is that of the publication."""
    return {**listed_as_json(publication.page), "key": publication.pk}


def city_report_as_json(publication: CityPublication) -> dict[str, Any]:
    """A city's report with its tables, as :func:`report_as_json`."""
    return {**report_as_json(publication.page), "key": publication.pk}


def figures_as_texts(keys: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    """Each table as a reader would read it out: rows that hold something other than 0."""
    from .models import AnnualReportPage

    return {page.pk: _texts(page) for page in AnnualReportPage.objects.filter(pk__in=keys)}


def _texts(page: AnnualReportPage) -> list[tuple[str, str]]:
    form, values = page.frozen.form, page.frozen.values
    return [
        (f"{form.part_of(table.code).label} {table.title}", "\n".join(_lines(table, values))) for table in form.tables
    ]


def _lines(table: Any, values: Any) -> list[str]:
    lines = []
    for row in table.rows:
        cells = ((column.path, values.get((table.code, row.code, column.code))) for column in table.columns)
        told = [f"{name} {format_cell(value)}" for name, value in cells if value]
        if told:
            lines.append(f"{row.path}：{'；'.join(told)}")
    return lines or [table.title]
