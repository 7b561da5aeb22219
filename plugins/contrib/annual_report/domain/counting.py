"""Counting a report anew: what was entered stays, and stands beside what is counted now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history, bulk_update_with_history
from wagtail.log_actions import log

from plugins.contrib.annual_report.enums import Act, CountedAs, Level
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import Figure, Report
from plugins.contrib.annual_report.structure import Key, format_cell
from plugins.contrib.annual_report.structure.checks import cell_name
from plugins.contrib.annual_report.structure.values import MAX_DIGITS

from .holding import hold
from .sources import Count, counts_of
from .values import figures_of, form_in

BATCH = 500
FIELDS = ("counted_as", "counted", "source")
NOTHING = Count(CountedAs.NOTHING)


@transaction.atomic
def count_report(*, report: Report, user: Any) -> int:
    """Ask every source, or the accepted reports below, and keep what they say; returns how many cells have changed.

    A constant number of queries. ``user`` is ``None`` when the platform counts by itself. Raises
    :class:`ReportRefused` when the report is not with the person who fills it, and for a sum that no cell holds.
    """
    held, _transition = hold(report, Act.COUNT, user)
    counts = counts_of(held)
    _refuse_too_large(held, counts)
    changed = _write(held, counts, user)
    if held.level != Level.UNIT:
        held.rolled_up.set(Report.objects.below(held).final())
    held.counted_at = timezone.now()
    held.save(update_fields=["counted_at"])
    if changed:
        log(held, "gongkai.annual.counted", user=user, data={"cells": changed})
    return changed


def _refuse_too_large(report: Report, counts: Mapping[Key, Count]) -> None:
    """Figures below may each fit into their cell and their sum not; a database would refuse it without words."""
    for key, count in counts.items():
        if count.number is not None and abs(count.number) >= 10**MAX_DIGITS:
            words = {"cell": cell_name(form_in(report), key), "number": format_cell(count.number), "digits": MAX_DIGITS}
            message = _(
                "%(cell)s: %(number)s has more than %(digits)d digits before the point. Nothing is counted: correct "
                "the figure in the report, or the source, that it comes from."
            )
            raise ReportRefused(message % words)


def _write(report: Report, counts: Mapping[Key, Count], user: Any) -> int:
    there = figures_of(report)
    new = [_made(report, key, count) for key, count in counts.items() if key not in there]
    changed = [figure for key, figure in there.items() if _is_changed(figure, counts.get(key, NOTHING))]
    if new:
        bulk_create_with_history(new, Figure, batch_size=BATCH, default_user=user)
    if changed:
        bulk_update_with_history(changed, Figure, FIELDS, batch_size=BATCH, default_user=user)
    return len(new) + len(changed)


def _made(report: Report, key: Key, count: Count) -> Figure:
    table, row, column = key
    figure = Figure(report=report, table=table, row=row, column=column)
    _is_changed(figure, count)
    return figure


def _is_changed(figure: Figure, count: Count) -> bool:
    """Write ``count`` into ``figure``; answers whether that says something new."""
    before = (figure.counted_as, figure.counted)
    figure.counted_as, figure.counted, figure.source = count.kind, count.number, count.source[:80]
    return before != (count.kind, count.number)
