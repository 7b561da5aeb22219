"""Who is responsible for which column, read from the shipped table row by row, without any of the site's own code."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "disclosure_pages" / "responsibility" / "data" / "furong"
AND_OTHERS = "等各相关部门"
NUMBERING = re.compile(r"^(\d+\.\s*|\(\d+\))")


@dataclass(frozen=True)
class ColumnRow:
    """One row of the table: titles without numbering, first level first, and the codes of its units."""

    titles: tuple[str, ...]
    units: frozenset[str]


def rows_of(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def unit_codes() -> list[str]:
    """Codes of all units of the district."""
    return [row["code"] for row in rows_of("units")]


def read_rows() -> list[ColumnRow]:
    """Every row of the table."""
    return [ColumnRow(_titles(row), _units(row["责任单位"])) for row in rows_of("table")]


def _titles(row: dict[str, str]) -> tuple[str, ...]:
    levels = (row["一级标题"], row["二级标题"], row["三级标题"])
    return tuple(NUMBERING.sub("", title) for title in levels if title)


def _units(text: str) -> frozenset[str]:
    codes = {row["name"]: {row["code"]} for row in rows_of("units")}
    codes |= {row["alias"]: {row["unit"]} for row in rows_of("aliases")}
    for row in rows_of("collectives"):
        codes.setdefault(row["collective"], set()).add(row["unit"])
    named = re.split(r"[、 ]", text.replace(AND_OTHERS, f"、{AND_OTHERS[1:]}"))
    return frozenset(code for name in named for code in codes[name])
