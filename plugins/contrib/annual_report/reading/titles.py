"""Whose report a file is and on which year, as far as it says so itself."""

from __future__ import annotations

import re

from .complaints import Complaints
from .lines import Line

_YEAR = re.compile(r"(20\d\d)\s*年")
_TITLE = "年度报告"
#: Longer texts are prose and no title.
LONGEST = 120


def check_titles(lines: list[Line], name: str, *, organ: str, year: int, complaints: Complaints) -> None:
    """Warn when the title within the tables, or the ``name`` of the file, speaks of another year or organ."""
    titles = [text for line in lines for text in line.texts if _TITLE in text and len(text) <= LONGEST]
    years = {int(found) for text in [*titles, name] for found in _YEAR.findall(text)}
    if years and year not in years:
        complaints.other_year(sorted(years), year)
    if titles and not any(organ in text for text in titles):
        complaints.other_organ(titles[0], organ)
