"""Recognise the header fields of an official document from its layout; whatever is found names the line it is from."""

from __future__ import annotations

from disclosure_pages.importing.reading.blocks import ReadDocument

from .days import recognise_days
from .force import recognise_force
from .header import (
    find_warnings,
    recognise_addressees,
    recognise_index_number,
    recognise_kind,
    recognise_number,
    recognise_registration,
    recognise_title,
)
from .issuers import recognise_issuers
from .layout import Layout, find_layout
from .lines import NO_ISSUERS, Issuers
from .remaining import recognise_attachments, recognise_attribute, recognise_keywords
from .results import Certainty, Field, FromPublication, Recognised, Recognition


def recognise(document: ReadDocument, *, issuers: Issuers = NO_ISSUERS) -> Recognition:
    """Every header field of ``document``, found or missing."""
    return recognise_layout(find_layout(document, issuers=issuers))


def recognise_layout(layout: Layout) -> Recognition:
    """The same, for a layout that is at hand."""
    found = [
        recognise_title(layout),
        recognise_number(layout),
        recognise_kind(layout),
        *recognise_issuers(layout),
        recognise_addressees(layout),
        *recognise_days(layout),
        *recognise_force(layout),
        recognise_attribute(layout),
        recognise_attachments(layout),
        recognise_keywords(layout),
        recognise_registration(layout),
        recognise_index_number(layout),
    ]
    order = list(Field)
    return Recognition(
        fields=tuple(sorted(found, key=lambda item: order.index(item.field))), warnings=find_warnings(layout)
    )


__all__ = [
    "NO_ISSUERS",
    "Certainty",
    "Field",
    "FromPublication",
    "Issuers",
    "Recognised",
    "Recognition",
    "find_layout",
    "recognise",
    "recognise_layout",
]
