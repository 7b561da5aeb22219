"""Coverage as tables: the same rows on the command line, in CSV and in XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plugins.contrib.item_catalogue.domain.coverage import Coverage, LivingItem

Row = tuple[Any, ...]
#: With these a cell begins that a spreadsheet would work out instead of showing.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def coverage_table(rows: Iterable[Coverage]) -> list[Row]:
    """A heading, and a row for each group."""
    heading = (
        pgettext("of a group of items", "Group"),
        pgettext("of a catalogue", "Items"),
        _("With a publication"),
        _("Measurable"),
        _("Within the time limit"),
        _("Newest publication"),
    )
    return [heading, *((one.label, one.items, one.published, one.measurable, one.kept, one.newest) for one in rows)]


def items_table(living: Iterable[LivingItem]) -> list[Row]:
    """A heading, and a row for each item."""
    heading = (
        _("district"),
        _("field of disclosure"),
        _("First-level item"),
        _("Second-level item"),
        _("Disclosing body"),
        _("Time limit"),
        pgettext("of an item", "Publications"),
        _("Newest publication"),
        _("Measurable"),
        pgettext("publications", "In time"),
        pgettext("of an item", "State"),
    )
    return [heading, *map(_row, living)]


def _row(one: LivingItem) -> Row:
    item = one.item
    return (
        str(item.catalogue.district),
        item.catalogue.field.name,
        item.first,
        item.second,
        item.body,
        item.limit,
        one.total,
        one.newest,
        one.measurable,
        one.in_time,
        str(one.keeping.label),
    )


def as_csv(rows: Iterable[Row]) -> bytes:
    """With a byte order mark, so that spreadsheets read it as what it is."""
    text = io.StringIO()
    csv.writer(text).writerows([[_plain(value) for value in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(rows: Iterable[Row]) -> bytes:
    """One sheet."""
    from openpyxl import Workbook  # late: heavy, and few ask for it

    book, content = Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet()
    for row in rows:
        sheet.append([_plain(value) for value in row])
    book.save(content)
    return content.getvalue()


def _plain(value: Any) -> Any:
    """A text that no spreadsheet takes for a formula; all else as it is."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


FILES: dict[str, tuple[Callable[[Iterable[Row]], bytes], str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
