"""Rounds as workbooks: a unit's table, out and back in; the result lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cms.registers.sheets import Sheet, read_sheet
from cms.registers.sheets.writing import write_sheet

from .domain.proposing import Proposed
from .domain.result import result_items, result_lists
from .enums import Proposal
from .models import ReviewRound, RoundItem, RoundUnit

KEY_COLUMN, PROPOSAL_COLUMN, REASON_COLUMN, SUCCESSOR_COLUMN = 0, 7, 8, 9


@dataclass(frozen=True)
class RowProblem:
    """A row of an uploaded table that cannot be taken, as the spreadsheet counts rows."""

    row: int
    message: str


def table_headings() -> list[str]:
    """Headings of a unit's table; the first column says which document a row is about."""
    return [
        _("No."),
        _("Title"),
        _("Document number"),
        _("Issuer"),
        _("Formed on"),
        _("Effective from"),
        _("Valid until"),
        pgettext("review round", "Decision"),
        _("Reason"),
        _("New document or new text"),
    ]


def table_sheet(*, part: RoundUnit, items: Iterable[RoundItem]) -> bytes:
    """The table of one unit, to be filled in at a desk and brought back."""
    rows = [_row(item) for item in items]
    return write_sheet(headings=table_headings(), rows=rows, file_format="xlsx", title=part.unit.name)


def _row(item: RoundItem) -> list[str]:
    record = item.record
    days = (record.formed_on, record.effective_on, record.expires_on)
    said = [str(Proposal(item.proposal).label) if item.proposal else "", item.reason, item.successor]
    return [str(item.pk), record.title, record.number, record.issuer, *map(_day, days), *said]


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


def read_table(*, content: bytes, items: Iterable[RoundItem]) -> tuple[dict[int, Proposed], list[RowProblem]]:
    """What an uploaded table says about ``items``, and what is wrong with it row by row.

    Rows that say what is known already are left out. Raises ``FileRefused`` for what is no table, ``ValidationError``
    when the headings are not those of the table.
    """
    sheet, known = read_sheet(content), {item.pk: item for item in items}
    _check_headings(sheet)
    found: dict[int, Proposed] = {}
    problems = [RowProblem(problem.row, f"{problem.message} {problem.remedy}") for problem in sheet.problems]
    for row in sheet.rows:
        key, proposed = _read_row(row.cells)
        problem = _unknown(row.cells[KEY_COLUMN]) if key not in known else proposed.problem()
        if problem:
            problems.append(RowProblem(row.number, problem))
        elif key in found:
            problems.append(RowProblem(row.number, _("An earlier row is about the same document; keep one of them.")))
        elif _differs(known[key], proposed):
            found[key] = proposed
    return found, problems


def _check_headings(sheet: Sheet) -> None:
    wanted = tuple(table_headings())
    if sheet.headings != wanted:
        names = {"headings": "、".join(wanted)}
        raise ValidationError(_("Keep the columns of the table as they were downloaded: %(headings)s.") % names)


def _read_row(cells: tuple[str, ...]) -> tuple[int, Proposed]:
    values = {str(label): value for value, label in Proposal.choices}
    text = cells[PROPOSAL_COLUMN]
    said = Proposed(
        proposal=values.get(text, text), reason=cells[REASON_COLUMN][:300], successor=cells[SUCCESSOR_COLUMN][:300]
    )
    key = cells[KEY_COLUMN]
    return (int(key) if key.isdecimal() and len(key) < 19 else 0), said


def _unknown(key: str) -> str:
    return _("“%(key)s” names no document that your unit can still decide about.") % {"key": key}


def _differs(item: RoundItem, said: Proposed) -> bool:
    return (item.proposal, item.reason, item.successor) != (said.proposal, said.reason, said.successor)


def result_sheet(*, review_round: ReviewRound, is_public: bool = False) -> bytes:
    """The result lists in one table; the reasons of the units stay inside."""
    items = result_items(review_round=review_round)
    rows = [_result_row(item, heading, is_public) for _value, heading, found in result_lists(items) for item in found]
    title, *_others = table_headings()[1:]
    headings = [_("Result"), title, *_others[:3], _("New document or new text")]
    if not is_public:
        headings += [_("Unit"), _("Reason"), _("Proposed by"), _("Approved by")]
    return write_sheet(headings=headings, rows=rows, file_format="xlsx", title=_("Result lists"))


def _result_row(item: RoundItem, heading: str, is_public: bool) -> list[str]:
    record = item.record
    row: list[Any] = [heading, record.title, record.number, record.issuer, _day(record.formed_on), item.successor]
    if not is_public:
        row += [item.unit.name, item.reason, item.proposed_by, item.approved_by]
    return [str(cell) for cell in row]
