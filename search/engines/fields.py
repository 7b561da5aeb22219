"""What of a document is searched and counted, once for all engines, so that none can find more than another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from disclosure_pages.documents.numbers.document_number import parse_document_number
from search.documents import AttachmentText, Passage, SearchDocument
from search.text.pinyin import initials, syllables
from search.text.tokens import spaced

from .contract import AddedFacet, AnyFacet, FacetName, Field


def searched_tokens(document: SearchDocument) -> dict[Field, str]:
    """Per field its tokens joined by spaces, with barriers between values: to be cut at spaces and nowhere else."""
    return {
        Field.TITLE: spaced([document.title]),
        Field.NUMBER: spaced(dict.fromkeys([document.number, document.number_key, document.index_number])),
        Field.KEYWORDS: spaced([*document.keywords, *_year_in_words(document)]),
        Field.HEADINGS: spaced(_headings(document.passages)),
        Field.BODY: spaced(passage.text for passage in document.passages),
        Field.ATTACHMENTS: spaced(_attached(document.attachments)),
        Field.PINYIN: " ".join(syllables(document.title)),
        Field.INITIALS: " ".join(initials(document.title)),
    }


def shown_values(document: SearchDocument) -> dict[str, Any]:
    """What a hit is made of, ready for JSON; legal force apart, which each engine keeps in a way of its own."""
    return {
        "url": document.url,
        "page_type": document.page_type,
        "title": document.title,
        "number": document.number,
        "district": document.district,
        "unit": document.unit,
        "columns": document.columns,
        "published_on": document.published_on.isoformat() if document.published_on else None,
        "passages": _texts(document.passages),
        "attachments": [(one.name, one.url, _texts(one.passages)) for one in document.attachments],
        "companions": document.companions,
    }


def _texts(passages: Iterable[Passage]) -> list[tuple[str, str]]:
    return [(passage.heading, passage.text) for passage in passages]


def facet_values(document: SearchDocument) -> dict[AnyFacet, tuple[str, ...]]:
    """Per facet the values that the document counts for, each once; the force depends on the day and is not here."""
    day = _day(document)
    values: dict[AnyFacet, Iterable[str]] = {
        FacetName.DISTRICT: [document.district],
        FacetName.UNIT: [document.unit],
        FacetName.COLUMN: document.columns,
        FacetName.TOPIC: document.topics,
        FacetName.KIND: document.kinds,
        FacetName.YEAR: [str(day.year) if day else ""],
        FacetName.ATTRIBUTE: [document.attribute],
        FacetName.TYPE: [document.page_type],
        **_added(document),
    }
    return {name: tuple(dict.fromkeys(filter(None, found))) for name, found in values.items()}


def _added(document: SearchDocument) -> dict[AnyFacet, Iterable[str]]:
    found: dict[AnyFacet, list[str]] = {}
    for name, value in document.added:
        found.setdefault(AddedFacet(name), []).append(value)
    return {**found}


def number_order(number: str) -> str:
    """A text that sorts document numbers as people count: by agency, year and serial, 9 before 10."""
    parsed = parse_document_number(number)
    if parsed is None:
        return number
    agency, year, serial, kind, value, count = parsed.sort_key
    return f"{agency} {year:04} {serial:06} {kind} {value:06} {count}".strip()


def _day(document: SearchDocument) -> dt.date | None:
    return document.published_on or document.formed_on


def _year_in_words(document: SearchDocument) -> list[str]:
    """“2019年” finds what was published in that year, although its text may not say so."""
    day = _day(document)
    return [f"{day.year}年"] if day else []


def _headings(passages: Iterable[Passage]) -> Iterable[str]:
    """Each heading once, although every passage below it carries it."""
    return dict.fromkeys(passage.heading for passage in passages)


def _attached(attachments: Iterable[AttachmentText]) -> Iterator[str]:
    for attachment in attachments:
        yield attachment.name
        yield from _headings(attachment.passages)
        yield from (passage.text for passage in attachment.passages)
