"""The texts of a report as they stand between its tables: for who accepts it as for who writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.contrib.annual_report.domain.page_texts import evaluation_lines
from plugins.contrib.annual_report.models import Report
from plugins.contrib.annual_report.structure import Part


@dataclass(frozen=True, slots=True)
class Written:
    """A text, a paragraph a line; ``title`` is empty where it is that of its part."""

    title: str
    text: str


def written_in(report: Report, part: Part) -> list[Written]:
    """The texts of a part; those of tables have none."""
    return list(_written(report, part))


def _written(report: Report, part: Part) -> Iterator[Written]:
    for prose in part.prose:
        title = "" if prose.code == part.code else prose.title
        lines = evaluation_lines(report) if prose.code == "evaluation" else [getattr(report, prose.code)]
        yield Written(title, "\n".join(lines))
