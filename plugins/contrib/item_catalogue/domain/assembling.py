"""A catalogue of the database as it is written down."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from plugins.contrib.item_catalogue.enums import CHOICES, TEXTS, Column
from plugins.contrib.item_catalogue.models import Catalogue
from plugins.contrib.item_catalogue.structure import Entry, Heading, Shape, Sheet, standard_shape

from .keeping import records_of


def sheet_of(catalogue: Catalogue) -> Sheet:
    """The catalogue in the shape in which it was imported, widened by what its items hold besides."""
    entries = tuple(record.entry for record in records_of(catalogue))
    shape = catalogue.shape if catalogue.layout.get("headings") else standard_shape()
    return Sheet(_widened(shape, entries), entries)


def _widened(shape: Shape, entries: Sequence[Entry]) -> Shape:
    """``shape`` with a column for everything that ``entries`` say and it has no place for."""
    missing = [*_missing_texts(shape, entries), *_missing_options(shape, entries), *_missing_extras(shape, entries)]
    return replace(shape, headings=(*shape.headings, *missing))


def _missing_texts(shape: Shape, entries: Sequence[Entry]) -> Iterable[Heading]:
    standard = {heading.column: heading for heading in standard_shape().headings}
    for column in TEXTS:
        if not shape.has(column) and column != Column.FIRST and any(entry.text(column) for entry in entries):
            yield standard[column]


def _missing_options(shape: Shape, entries: Sequence[Entry]) -> Iterable[Heading]:
    standard = {heading.column: heading.path[0] for heading in standard_shape().headings}
    for kind in CHOICES:
        own = [heading for heading in shape.headings if heading.column == kind]
        if own and not own[0].is_option:
            continue
        known = {heading.option for heading in own}
        labels = dict.fromkeys(choice.label for entry in entries for choice in entry.choices_of(kind))
        group = own[0].path[0] if own and len(own[0].path) > 1 else standard[kind]
        yield from (
            Heading((group, label), f"{group} > {label}", kind, is_option=True)
            for label in labels
            if label not in known
        )


def _missing_extras(shape: Shape, entries: Sequence[Entry]) -> Iterable[Heading]:
    known = {heading.key for heading in shape.headings}
    keys = dict.fromkeys(key for entry in entries for key, _text in entry.extras)
    yield from (Heading(tuple(key.split(" > ")), key, Column.EXTRA) for key in keys if key not in known)
