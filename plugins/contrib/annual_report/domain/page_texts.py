"""The texts of a report as its page has them, and where the page says something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from plugins.api import blocks_of
from plugins.contrib.annual_report.models import AnnualReportPage, Report

from .values import form_in


@dataclass(frozen=True, slots=True)
class TextDifference:
    """A text that the page (``there``) has otherwise than the report (``report``); ``title`` is that of the form."""

    name: str
    title: str
    there: str
    report: str


def texts_for_page(report: Report) -> dict[str, str]:
    """The bodies of the page's texts, by the names of its fields."""
    given = {name: _prose(getattr(report, name)) for name in ("overview", "problems", "other")}
    return {**given, "evaluation": _prose("\n".join(evaluation_lines(report)))}


def text_differences(*, report: Report, page: AnnualReportPage) -> list[TextDifference]:
    """What bringing the report's texts to the latest draft of ``page`` would change."""
    return list(_differences(report, page.get_latest_revision_as_object()))


def _differences(report: Report, draft: AnnualReportPage) -> Iterator[TextDifference]:
    made = AnnualReportPage(**texts_for_page(report))
    for prose in form_in(report).prose:
        there, new = _plain(getattr(draft, prose.code)), _plain(getattr(made, prose.code))
        if there != new:
            yield TextDifference(prose.code, prose.title, there, new)


def _plain(body: Any) -> str:
    return "\n".join(block.text for block in blocks_of(body))


def _prose(text: str) -> str:
    return "".join(f"<p>{escape(line.strip())}</p>" for line in text.splitlines() if line.strip())


def evaluation_lines(report: Report) -> list[str]:
    """Who evaluated the owner's disclosure, and what they found: a line each."""
    return [f"{one.get_kind_display()}：{one.evaluator}。{one.result}" for one in report.evaluations.all()]
