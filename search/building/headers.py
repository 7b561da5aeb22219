"""What a kind of page has in its header: numbers, issuers, days, and words that stand for it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.documents.numbers.document_number import normalise
from disclosure_pages.interpretations.models import Interpretation
from disclosure_pages.tree.models import DisclosurePage

from .places import Places
from .rows import Rows

_BETWEEN_KEYWORDS = re.compile(r"[\s,，;；、|｜/]+")
# Kinds name the day of their content differently.
_DAYS = ("formed_on", "held_on", "issued_on")
_UNITS = ("issuing_unit_id", "interpreter_unit_id")
JOINT_ISSUERS = "joint_issuers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Facts of a page beside its title and its text; ``kinds`` and ``topics`` are codes from the broadest."""

    number: str = ""
    number_key: str = ""
    kinds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    formed_on: dt.date | None = None
    keywords: tuple[str, ...] = ()


def header_of(page: DisclosurePage, places: Places, rows: Rows) -> Header:
    """The header of ``page``; kinds that have nothing special are asked for what many have."""
    for kind, reader in _READERS.items():
        if isinstance(page, kind):
            return reader(page, places, rows)
    number = getattr(page, "document_number", "") or getattr(page, "number", "")
    day = next((getattr(page, name) for name in _DAYS if getattr(page, name, None)), None)
    key = normalise(number) if hasattr(page, "document_number") and number else ""
    return Header(number=number, number_key=key, formed_on=day, keywords=_split(getattr(page, "keywords", "")))


def units_of(page: DisclosurePage, rows: Rows) -> list[int]:
    """Keys of the units that the page names in its header, beside the one that publishes it."""
    keys = [getattr(page, name, None) for name in _UNITS]
    keys += [row.unit_id for row in rows.get(JOINT_ISSUERS, {}).get(page.pk, ())]
    return [key for key in keys if key is not None]


def _document(page: Any, places: Places, rows: Rows) -> Header:
    joint = rows[JOINT_ISSUERS].get(page.pk, ())
    kinds, topics = _chain(page.kind), _chain(page.topic)
    words = [*_split(page.keywords), *(entry.name for entry in (*kinds, *topics))]
    return Header(
        number=page.number,
        number_key=page.number_key,
        kinds=tuple(entry.code for entry in kinds),
        topics=tuple(entry.code for entry in topics),
        issuers=tuple(dict.fromkeys([_issuer(page, places), *(row.name for row in joint)])),
        formed_on=page.formed_on,
        keywords=tuple(words),
    )


def _issuer(page: Any, places: Places) -> str:
    """As ``PolicyDocument.issuer`` says it: by its full name where a unit has one."""
    if page.issuer_name:
        return str(page.issuer_name)
    unit = places.units[page.issuing_unit_id or page.unit_id]
    return unit.full_name or unit.name


def _interpretation(page: Any, places: Places, rows: Rows) -> Header:
    return Header(keywords=tuple(filter(None, [str(page.get_form_display()), page.interpreter_name])))


def _chain(entry: Any) -> list[Any]:
    """An entry of a two-level list below its superior entry."""
    if entry is None:
        return []
    return [entry.parent, entry] if entry.parent is not None else [entry]


def _split(words: str) -> tuple[str, ...]:
    return tuple(filter(None, _BETWEEN_KEYWORDS.split(words or "")))


_READERS: dict[type[DisclosurePage], Callable[[Any, Places, Rows], Header]] = {
    PolicyDocument: _document,
    Interpretation: _interpretation,
}

#: Relations to child rows that the header needs, and what is read along with a page, by kind.
ROWS_OF_HEADERS: dict[type[DisclosurePage], tuple[str, ...]] = {PolicyDocument: (JOINT_ISSUERS,)}
READ_ALONG: dict[type[DisclosurePage], tuple[str, ...]] = {PolicyDocument: ("kind__parent", "topic__parent")}
