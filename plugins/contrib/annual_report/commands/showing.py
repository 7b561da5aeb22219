"""``reports show``: every cell that says something."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.utils.translation import gettext as _

from plugins.api import Report
from plugins.contrib.annual_report.domain.values import figures_of, form_in, values_of
from plugins.contrib.annual_report.models import Figure
from plugins.contrib.annual_report.structure import format_cell, to_json
from plugins.contrib.annual_report.structure.checks import cell_name

from .places import add_place, report_asked

NAME = "show"
HELP = "What a report says in each cell, and what was entered otherwise than counted."


def add_arguments(parser: ArgumentParser) -> None:
    """Options of the step."""
    add_place(parser)


def run(*, city: str | None, district: str | None, unit: str, year: int | None, **options: Any) -> Report:
    """Blank cells are left out."""
    report = report_asked(city=city, district=district, unit=unit, year=year)
    form, values = form_in(report), values_of(report)
    overrides = [figure for figure in figures_of(report).values() if figure.is_override]
    lines = [f"{report} · {report.get_state_display()}"]
    lines += [f"    {cell_name(form, key)}: {format_cell(value)}" for key, value in values.items() if value is not None]
    lines += [_line(form, figure) for figure in overrides]
    told = {"state": report.state, "form": report.form, "values": to_json(values)}
    return Report(lines, {**told, "overrides": {"/".join(one.key): _values(one) for one in overrides}})


def _line(form: Any, figure: Figure) -> str:
    words = {"cell": cell_name(form, figure.key), **_values(figure)}
    return _("%(cell)s: counted %(counted)s, entered %(entered)s: %(reason)s") % words


def _values(figure: Figure) -> dict[str, str]:
    counted, entered = format_cell(figure.counted_value), format_cell(figure.entered_value)
    return {"counted": counted, "entered": entered, "reason": figure.reason}
