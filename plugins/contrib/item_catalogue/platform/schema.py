"""What the platform answers, checked value by value before anything is made of it. The README has the schema."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _

from plugins.contrib.item_catalogue.enums import CHOICES, ELEMENTS, Column
from plugins.contrib.item_catalogue.structure import Entry
from plugins.contrib.item_catalogue.wording import one_line, tidy

from .transport import PlatformRefused

SCHEMA: Final = 1
LONGEST: Final = 10_000
NAMES: Final = 300


@dataclass(frozen=True, slots=True)
class PlatformItem:
    """One item as the platform has it; ``is_gone``: it has given the item up. Columns that it is silent on are out."""

    code: str
    first: str
    second: str
    texts: tuple[tuple[Column, str], ...] = ()
    choices: tuple[tuple[Column, tuple[str, ...]], ...] = ()
    is_gone: bool = False

    @property
    def entry(self) -> Entry:
        """Its names, for matching."""
        return Entry(first=self.first, second=self.second)

    def as_json(self) -> dict[str, Any]:
        elements: dict[str, Any] = {column.value: value for column, value in self.texts}
        elements |= {column.value: list(labels) for column, labels in self.choices}
        return {"code": self.code, "first": self.first, "second": self.second, "elements": elements}


@dataclass(frozen=True, slots=True)
class PlatformPage:
    """One page of an answer. ``next`` asks for the one after it, ``cursor`` for what changes later."""

    version: str
    cursor: str
    next: str
    is_whole: bool
    items: tuple[PlatformItem, ...]


def read_page(body: bytes, *, field: str) -> PlatformPage:
    """The page that ``body`` holds. Raises :class:`PlatformRefused` and names the place that is wrong."""
    try:
        given = json.loads(body)
    except ValueError as error:
        message = _("The platform's answer is no complete JSON. Fetch again; if it stays so, tell its operators.")
        raise PlatformRefused(message) from error
    values = _kind(given, dict, "answer")
    if values.get("schema") != SCHEMA:
        _wrong("schema", str(SCHEMA))
    if values.get("field") != field:
        _wrong("field", field)
    rows = _kind(values.get("items"), list, "items")
    return PlatformPage(
        version=_text(values.get("version"), "version", NAMES),
        cursor=_text(values.get("cursor"), "cursor", NAMES),
        next=_text(values.get("next") or "", "next", NAMES, is_required=False),
        is_whole=_kind(values.get("whole"), bool, "whole"),
        items=tuple(read_item(row, f"items[{number}]") for number, row in enumerate(rows)),
    )


def read_item(row: Any, place: str) -> PlatformItem:
    """One item, as an answer holds it or as it was kept."""
    values = _kind(row, dict, place)
    elements = _kind(values.get("elements", {}), dict, f"{place}.elements")
    if strange := sorted(set(elements) - {column.value for column in ELEMENTS}):
        _wrong(f"{place}.elements.{strange[0]}", ", ".join(column.value for column in ELEMENTS))
    first, second = (
        one_line(_text(values.get(name, ""), f"{place}.{name}", NAMES, is_required=False)) for name in LEVELS
    )
    if not (first or second):
        _wrong(f"{place}.second", "text")
    return PlatformItem(
        code=_text(values.get("code"), f"{place}.code", NAMES),
        first=first,
        second=second,
        texts=_texts(elements, place),
        choices=_choices(elements, place),
        is_gone=_kind(values.get("gone", False), bool, f"{place}.gone"),
    )


LEVELS: Final = ("first", "second")


def _texts(elements: Mapping[str, Any], place: str) -> tuple[tuple[Column, str], ...]:
    columns = [column for column in ELEMENTS if column not in CHOICES and column.value in elements]
    return tuple(
        (column, tidy(_text(elements[column.value], f"{place}.elements.{column.value}", LONGEST))) for column in columns
    )


def _choices(elements: Mapping[str, Any], place: str) -> tuple[tuple[Column, tuple[str, ...]], ...]:
    found = []
    for column in CHOICES:
        if column.value in elements:
            where = f"{place}.elements.{column.value}"
            listed = _kind(elements[column.value], list, where)
            labels = [_text(one_line(_kind(one, str, where)), where, 200) for one in listed]
            found.append((column, tuple(dict.fromkeys(labels))))
    return tuple(found)


def _text(value: Any, place: str, longest: int, *, is_required: bool = True) -> str:
    text: str = _kind(value, str, place)
    if len(text) > longest or (is_required and not text.strip()):
        _wrong(place, f"text, 1–{longest}")
    return text


def _kind(value: Any, kind: type, place: str) -> Any:
    if not isinstance(value, kind):
        _wrong(place, kind.__name__)
    return value


def _wrong(place: str, expected: str) -> None:
    message = _("The platform's answer is wrong at “%(place)s”: expected is %(expected)s. Tell its operators.")
    raise PlatformRefused(message % {"place": place, "expected": expected})
