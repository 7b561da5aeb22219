"""Coverage as tables: headings and rows of its files."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from plugins.contrib.item_catalogue.domain.coverage import Coverage, LivingItem

#: Headings, and the cells of each row.
Table = tuple[list[str], list[list[str | Decimal]]]


def coverage_table(rows: Iterable[Coverage]) -> Table:
    """A row for each group."""
    headings = [
        pgettext("of a group of items", "Group"),
        pgettext("of a catalogue", "Items"),
        _("With a publication"),
        _("Measurable"),
        _("Within the time limit"),
        _("Newest publication"),
    ]
    figures = ((one.label, one.items, one.published, one.measurable, one.kept, one.newest) for one in rows)
    return headings, [list(map(_cell, row)) for row in figures]


def items_table(living: Iterable[LivingItem]) -> Table:
    """A row for each item."""
    headings = [
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
    ]
    return headings, [list(map(_cell, _row(one))) for one in living]


def _row(one: LivingItem) -> tuple[Any, ...]:
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


def _cell(value: Any) -> str | Decimal:
    """Numbers as numbers, days as 2026-03-31, nothing as a blank."""
    return Decimal(value) if isinstance(value, int) else str("" if value is None else value)
