"""Rows of catalogues, and what of them is kept."""

from __future__ import annotations

from typing import Any

from plugins.contrib.item_catalogue.models import Catalogue
from plugins.contrib.item_catalogue.structure import Choice, Entry, Sheet, standard_shape

OFFERED = tuple(
    Choice(heading.column, heading.option, heading.option == "主动")
    for heading in standard_shape().headings
    if heading.is_option
)


def make_entry(second: str = "样例名录", **values: Any) -> Entry:
    given = {"number": "1", "first": "样例事项", "content": "要素", "limit": "20个工作日内", "body": "区样例局"}
    return Entry(second=second, **{**given, "choices": OFFERED, **values})


def make_sheet(*entries: Entry) -> Sheet:
    return Sheet(standard_shape(), entries or (make_entry(),))


def contents(catalogue: Catalogue) -> list[tuple[str, str]]:
    """What the items of a catalogue disclose, in their order."""
    return list(catalogue.items.values_list("second", "content"))
