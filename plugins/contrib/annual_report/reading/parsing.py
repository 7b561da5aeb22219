"""A whole file: which form it has, the figures of its tables, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field

from plugins.api import Problem, has_errors
from plugins.contrib.annual_report.frozen import Frozen
from plugins.contrib.annual_report.structure import Form, Key, Value, checks, form_of, forms

from .bands import read_bands
from .complaints import Complaints
from .lines import Line, word_of
from .missing import Missing
from .remedies import read_remedies
from .requests import read_requests
from .titles import check_titles


@dataclass(frozen=True)
class ReadReport:
    """What a file says, and its problems: with errors among them it is not taken over."""

    form: Form
    values: dict[Key, Value] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def has_errors(self) -> bool:
        return has_errors(self.problems)

    @property
    def frozen(self) -> Frozen:
        """As it is kept: every cell of the form."""
        return Frozen(self.form, {key: self.values.get(key) for key in self.form.cells()})


def read_lines(
    lines: list[Line],
    expected: Form,
    *,
    name: str = "",
    organ: str = "",
    year: int = 0,
    absent: frozenset[str] = frozenset(),
) -> ReadReport:
    """The figures of a file in the form that it has; a problem says if that is not the ``expected`` one.

    With ``year``, it is compared with what the file, or its ``name``, says of its year and ``organ``. ``absent`` are
    names of rows and columns that somebody has said it does not have.
    """
    form = recognise(lines) or expected
    complaints = Complaints(form, absent=absent)
    if form.code != expected.code:
        complaints.other_form(expected)
    if year:
        check_titles(lines, name, organ=organ, year=year, complaints=complaints)
    values = {
        **read_bands(lines, form, complaints),
        **read_requests(lines, form.tables_by_code["requests"], complaints),
        **read_remedies(lines, form.tables_by_code["remedies"], complaints),
    }
    if not has_errors(complaints.found):
        for failure in checks(form, values):
            complaints.does_not_add_up(failure)
    return ReadReport(form, values, tuple(complaints.found), tuple(complaints.missing))


def recognise(lines: list[Line]) -> Form | None:
    """The form of which most rows and columns are named in the file, where they differ at all."""
    said = {word for line in lines for word in line.words}
    scores = {form.code: len(_words(form) & said) for form in forms()}
    best = max(scores.values())
    codes = [code for code, score in scores.items() if score == best]
    return form_of(codes[0]) if best and len(codes) == 1 else None


def _words(form: Form) -> set[str]:
    others = {word_of(title) for other in forms() if other is not form for title in _titles(other)}
    return {word_of(title) for title in _titles(form)} - others


def _titles(form: Form) -> list[str]:
    rows = [row.title for table in form.tables for row in table.rows]
    return rows + [column.title for table in form.tables for column in table.columns]
