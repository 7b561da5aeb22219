"""Reports on two years, in which all adds up, as values and as a page."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from plugins.contrib.annual_report.frozen import Frozen
from plugins.contrib.annual_report.models import AnnualReportPage
from plugins.contrib.annual_report.structure import NOT_APPLICABLE, Value, form_of, summed
from tests.factories.pages import make_draft

KINDS = ("natural", "company", "research", "welfare", "legal_service", "other")
Keyed = dict[tuple[str, str, str], Value]


def rows(table: str, columns: Iterable[str], **figures: Iterable[Any]) -> Keyed:
    """Figures of rows, in the order of the columns."""
    return {
        (table, row, column): Decimal(number)
        for row, numbers in figures.items()
        for column, number in zip(columns, numbers, strict=True)
    }


def whole(form: str = "2021", **requests: Iterable[int]) -> Keyed:
    """Values without a blank cell: 0 but for some figures; ``requests`` are rows of part three."""
    filled: Keyed = dict.fromkeys(form_of(form).cells(), Decimal(0))
    filled |= rows("requests", KINDS, **(requests or THIS_YEAR))
    filled |= {("fees", "fees", "amount"): Decimal("12.5")} if form == "2021" else {}
    filled |= {("regulations", "rules", key): NOT_APPLICABLE for key in ("made", "repealed", "in_force")}
    filled |= rows("remedies", ("upheld", "corrected"), reconsideration=(2, 1), litigation_after=(1, 0))
    return summed(form_of(form), {key: filled[key] for key in form_of(form).cells()})


THIS_YEAR: dict[str, Iterable[int]] = {
    "new": (70, 12, 0, 1, 3, 0),
    "carried_in": (2, 1, 0, 0, 0, 0),
    "granted": (40, 6, 0, 0, 2, 0),
    "partly": (6, 2, 0, 0, 0, 0),
    "refused_third_party": (3, 1, 0, 0, 0, 0),
    "unavailable_not_held": (15, 3, 0, 1, 1, 0),
    "unprocessed_repeated": (4, 0, 0, 0, 0, 0),
    "other_other": (2, 0, 0, 0, 0, 0),
    "carried_out": (2, 1, 0, 0, 0, 0),
}
LAST_YEAR: dict[str, Iterable[int]] = {
    "new": (60, 20, 1, 0, 0, 0),
    "granted": (50, 15, 1, 0, 0, 0),
    "unavailable_not_held": (8, 4, 0, 0, 0, 0),
    "carried_out": (2, 1, 0, 0, 0, 0),
}


def frozen(year: int, form: str = "2021") -> Frozen:
    """This year's or last year's figures as they are kept."""
    return Frozen(form_of(form), whole(form, **(THIS_YEAR if year == 2025 else LAST_YEAR)))


def make_report(section: Any, *, title: str = "甲区2025年政府信息公开工作年度报告", **fields: Any) -> AnnualReportPage:
    """A draft with its figures and those of the year before."""
    prose = {
        "overview": "<p>全年主动公开信息一千条。</p>",
        "evaluation": "<p>第三方评估结果为良好。</p>",
        "problems": "<p>个别栏目更新不及时。</p>",
        "other": "<p>未收取信息处理费。</p>",
    }
    figures = {"figures": frozen(2025).text, "earlier": frozen(2024).text}
    fields = {"year": 2025, "organ": "甲区人民政府", **prose, **figures, **fields}
    page: AnnualReportPage = make_draft(title, section=section, kind=AnnualReportPage, **fields)
    return page
