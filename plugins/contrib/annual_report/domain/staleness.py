"""Figures that are not any more what counting finds: a report is not handed on with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from plugins.contrib.annual_report.enums import CountedAs, Level
from plugins.contrib.annual_report.models import Figure, Report
from plugins.contrib.annual_report.querysets import FINAL
from plugins.contrib.annual_report.structure import Failure, Key, Value
from plugins.contrib.annual_report.structure.checks import cell_name, shown

from .sources import counts_of, leaves, rolled_up_values
from .values import figures_of, form_in


def out_of_date(report: Report, figures: Iterable[Figure] | None = None) -> Iterator[Failure]:
    """Each cell of which the sources, or the accepted reports below, say something else than was counted.

    An accepted report of a unit keeps what was accepted, whatever its sources say afterwards.
    """
    if report.level == Level.UNIT and report.state in FINAL:
        return
    form = form_in(report)
    kept = {one.key: one.counted_value for one in (figures_of(report).values() if figures is None else figures)}
    is_unit = report.level == Level.UNIT
    sentence = (
        _("%(cell)s: %(found)s were counted, but counting finds %(expected)s now. Count again.")
        if is_unit
        else _("%(cell)s: %(found)s were rolled up, but the accepted reports make %(expected)s. Count again.")
    )
    for key, value in (_found_now(report) if is_unit else _below(report)).items():
        if value != kept.get(key):
            words = {"cell": cell_name(form, key), "found": shown(kept.get(key)), "expected": shown(value)}
            code = "counted" if is_unit else "rolled-up"
            yield Failure(code, key, (), value, kept.get(key), sentence % words)


def _found_now(report: Report) -> Mapping[Key, Decimal | None]:
    """What sources say; one that does not answer makes nothing out of date."""
    return {key: one.number for key, one in counts_of(report).items() if one.kind == CountedAs.NUMBER}


def _below(report: Report) -> Mapping[Key, Value]:
    form = form_in(report)
    rolled = rolled_up_values(form, report)
    return {key: rolled[key] for key in leaves(form)}
