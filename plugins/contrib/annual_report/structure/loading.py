"""The forms of the report, as data: parts, tables, rows and columns.

- ``2021`` is the form of 国办公开办函〔2021〕30号, for reports on 2021 and later years.
- ``2019`` is the older one, for reports on 2019 and 2020. **Unconfirmed**: it was written down from knowledge of such
  reports and not compared with the notice that laid it down; correct ``data/2019.json`` where they differ.

Rows and columns of the tables ``requests`` and ``remedies`` are named as cases name their outcomes, so that what is
counted finds its cell.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from .forms import Balance, CarryOver, Column, Form, Kind, Part, Prose, Row, Table

_DATA: Final = Path(__file__).parent / "data"


def forms() -> tuple[Form, ...]:
    """All forms, the newest first."""
    return (form_of("2021"), form_of("2019"))


def form_of_year(year: int) -> Form:
    """The form that a report on ``year`` has; the oldest one for years before all of them."""
    return next((form for form in forms() if form.first_year <= year), forms()[-1])


@lru_cache
def form_of(code: str) -> Form:
    """The form of that name. Raises :class:`KeyError` if there is none."""
    path = _DATA / f"{code}.json"
    if not code.isalnum() or not path.is_file():
        raise KeyError(code)
    return _form(json.loads(path.read_text(encoding="utf-8")))


def _form(data: Mapping[str, Any]) -> Form:
    return Form(
        code=data["code"],
        first_year=data["first_year"],
        parts=tuple(_part(part) for part in data["parts"]),
        tables=tuple(_table(table) for table in data["tables"]),
        balances=tuple(
            Balance(one["table"], left=tuple(one["left"]), right=tuple(one["right"])) for one in data["balances"]
        ),
        carried=tuple(CarryOver(**one) for one in data["carried"]),
        folded=data.get("folded", {}),
    )


def _part(data: Mapping[str, Any]) -> Part:
    prose = tuple(Prose(**one) for one in data.get("prose", ()))
    return Part(data["code"], data["numbering"], data["title"], prose, tuple(data.get("tables", ())))


def _table(data: Mapping[str, Any]) -> Table:
    return Table(
        code=data["code"],
        title=data["title"],
        rows=tuple(_row(row) for row in data["rows"]),
        columns=tuple(_column(column) for column in data["columns"]),
        stub=data.get("stub", ""),
        heading=data.get("heading", ""),
        is_across=data.get("layout") == "across",
    )


def _row(data: Mapping[str, Any]) -> Row:
    lists = {name: tuple(data.get(name, ())) for name in ("groups", "sum_of")}
    return Row(data["code"], data["title"], data.get("numbering", ""), data.get("level", 0), **lists)


def _column(data: Mapping[str, Any]) -> Column:
    kind = Kind(data.get("kind", Kind.COUNT))
    return Column(data["code"], data["title"], data.get("group", ""), kind, tuple(data.get("sum_of", ())))
