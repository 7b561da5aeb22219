"""From rows to the bytes of a file that Excel and WPS open as it is."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence

from .cells import neutralise

CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def write_sheet(*, headings: Sequence[str], rows: Iterable[Sequence[str]], file_format: str, title: str) -> bytes:
    """Return the table as ``csv`` (UTF-8 with the byte order mark that Excel needs) or ``xlsx``, without formulas."""
    import tablib  # loaded with the first sheet

    dataset = tablib.Dataset(headers=list(headings), title=title[:31])
    for row in rows:
        dataset.append([neutralise(cell) for cell in row])
    if file_format == "csv":
        return codecs.BOM_UTF8 + str(dataset.export("csv")).encode()
    return bytes(dataset.export("xlsx"))
