"""Read the demo's texts: TOML with days counted back from today and marks such as ``{year}`` that follow."""

from __future__ import annotations

import calendar
import datetime as dt
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import resources
from typing import Any

DRAFTED_BEFORE = 6  # days between the making of a text and its publication
NUMBERS = (4, 7, 3, 6, 8, 5, 2, 9, 4, 6, 3, 7)  # figures that differ from one issue of a series to the next
_FOLDER = resources.files("cms.demo") / "content"


@dataclass(frozen=True, kw_only=True)
class Text:
    """One page of sample content, ready to be written. ``life`` says how far it is brought.

    ``turn_after`` counts the days from the first publication to what happens then: a change, a withdrawal, a move.
    An interpretation names its documents by title (``interprets``) and leads them through their life with its own.
    """

    column: str
    unit: str
    title: str
    published_on: dt.date
    formed_on: dt.date
    life: str = "published"
    kind: str = "article"
    text: str = ""
    number: str = ""
    reason: str = ""
    waiver: str = ""
    interprets: tuple[str, ...] = ()
    later: str = ""
    turn_after: int = 0
    new_slug: str = ""
    to_column: str = ""
    table: dict[str, Any] = field(default_factory=dict)
    figure: dict[str, str] = field(default_factory=dict)
    files: tuple[dict[str, Any], ...] = ()
    fields: dict[str, Any] = field(default_factory=dict)
    children: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


def read_texts(*, today: dt.date) -> list[Text]:
    """Every text of the demo, the oldest first. ``today`` is a day in Asia/Shanghai."""
    texts = [text for name in sorted(entry.name for entry in _FOLDER.iterdir()) for text in _read(name, today)]
    return sorted(texts, key=lambda text: text.published_on)


def _read(name: str, today: dt.date) -> Iterator[Text]:
    if not name.endswith(".toml"):
        return
    content = tomllib.loads((_FOLDER / name).read_text(encoding="utf-8"))
    for row in content.get("page", ()):
        yield _text(row, today - dt.timedelta(days=row["days"]))
    for row in content.get("series", ()):
        for index in range(row["count"]):
            yield _text(row, today - dt.timedelta(days=row["first"] + index * row["every"]), index)


def _text(row: dict[str, Any], day: dt.date, index: int = 0) -> Text:
    formed = day - dt.timedelta(days=DRAFTED_BEFORE)
    marks = {
        "year": formed.year,
        "month": formed.month,
        "quarter": (formed.month + 2) // 3,
        "days": calendar.monthrange(formed.year, formed.month)[1],
        "number": formed.timetuple().tm_yday // 28 + 1,
        "n": NUMBERS[index % len(NUMBERS)],
    }
    known = {name: _fill(value, marks) for name, value in row.items() if name in Text.__dataclass_fields__}
    lists = {name: tuple(known.get(name, ())) for name in ("files", "interprets")}
    return Text(**{**known, **lists}, published_on=day, formed_on=formed)


def _fill(value: Any, marks: dict[str, int]) -> Any:
    if isinstance(value, str):
        return value.format_map(marks)
    if isinstance(value, list):
        return [_fill(item, marks) for item in value]
    if isinstance(value, dict):
        return {name: _fill(item, marks) for name, item in value.items()}
    return value
