"""Codes of administrative divisions (GB/T 2260), as resident ID numbers begin with them.

The table goes down to prefectures. Codes that are not in use any more count: a number is given once and stays.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources

_TABLE = resources.files("disclosure_pages.clearance") / "data" / "regions.csv"


@cache
def _prefectures() -> frozenset[str]:
    rows = csv.DictReader(_TABLE.read_text(encoding="utf-8").splitlines())
    return frozenset(row["code"] for row in rows if len(row["code"]) == 4)


def is_region(code: str) -> bool:
    """Whether the first four of six digits are, or were, those of a prefecture."""
    return code[:4] in _prefectures()
