"""From rows to the bytes of a file that Excel and WPS open as it is."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence
from decimal import Decimal

from .cells import neutralise

CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def write_sheet(
    *, headings: Sequence[str], rows: Iterable[Sequence[str | Decimal]], file_format: str, title: str
) -> bytes:
    """Return the table as ``csv`` (UTF-8 with the byte order mark that Excel needs) or ``xlsx``, without formulas.

    What is a number in ``rows`` is one in the file.
    """
    import tablib  # loaded with the first sheet

    dataset = tablib.Dataset(headers=[neutralise(heading) for heading in headings], title=title[:31])
    for row in rows:
        dataset.append([neutralise(cell) if isinstance(cell, str) else cell for cell in row])
    if file_format == "csv":
        return codecs.BOM_UTF8 + str(dataset.export("csv")).encode()
    return bytes(dataset.export("xlsx"))
