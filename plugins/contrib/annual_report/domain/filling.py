"""Writing into the cells of a report, and its texts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from simple_history.utils import bulk_create_with_history, bulk_update_with_history
from wagtail.log_actions import log

from plugins.contrib.annual_report.enums import Act, EnteredAs
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import Figure, Report
from plugins.contrib.annual_report.models.figure import is_counted
from plugins.contrib.annual_report.structure import NOT_APPLICABLE, Form, Key, Value, format_cell
from plugins.contrib.annual_report.structure.checks import cell_name

from .holding import hold
from .sources import leaves
from .values import figures_of, form_in

LOGGED = 5
FIELDS = ("entered_as", "entered", "reason", "by", "at")


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody writes into a cell; blank takes back what was entered. ``reason`` says why it is not the count."""

    value: Value
    reason: str = ""


def digest_of(figures: Iterable[Figure]) -> str:
    """A short text that changes when somebody enters something else."""
    said = sorted((figure.key, figure.entered_as, f"{figure.entered}", figure.reason) for figure in figures)
    return hashlib.sha256(repr([one for one in said if one[1]]).encode()).hexdigest()[:16]


@transaction.atomic
def fill_report(*, report: Report, entries: Mapping[Key, Entry], user: Any, seen: str | None = None) -> int:
    """Write ``entries`` into the report; returns how many cells have changed. Cells that are not named stay.

    An entry that says what was counted is none. Raises :class:`ReportRefused` for a report that is with somebody else,
    for an entry over a count without a reason, and when somebody else entered something since ``seen``.
    """
    held, _transition = hold(report, Act.FILL, user)
    form, there = form_in(held), figures_of(held)
    if seen is not None and seen != digest_of(there.values()):
        raise ReportRefused(_("Somebody else has changed figures meanwhile. Compare them with yours, then save again."))
    figures = {key: there.get(key) or _blank(held, key) for key in leaves(form) if key in entries}
    changed = {key: figure for key, figure in figures.items() if _is_changed(figure, entries[key], user)}
    _refuse_without_reason(form, changed.values())
    _save(
        [one for key, one in changed.items() if key not in there],
        [changed[key] for key in changed.keys() & there],
        user,
    )
    if changed:
        log(held, "gongkai.annual.filled", user=user, data=_logged(form, changed))
    return len(changed)


def _save(new: list[Figure], kept: list[Figure], user: Any) -> None:
    if new:
        bulk_create_with_history(new, Figure, default_user=user)
    if kept:
        bulk_update_with_history(kept, Figure, FIELDS, default_user=user)


def missing_reasons(form: Form, figures: Iterable[Figure]) -> list[str]:
    """One sentence for each figure that differs from its count without saying why."""
    return [
        _("%(cell)s: %(counted)s were counted and %(entered)s are entered. Say why.")
        % {
            "cell": cell_name(form, one.key),
            "counted": format_cell(one.counted_value),
            "entered": format_cell(one.entered_value),
        }
        for one in figures
        if one.is_override and not one.reason
    ]


def _blank(report: Report, key: Key) -> Figure:
    table, row, column = key
    return Figure(report=report, table=table, row=row, column=column)


def _is_changed(figure: Figure, entry: Entry, user: Any) -> bool:
    """Write ``entry`` into ``figure``; answers whether that says something new."""
    value = entry.value
    if is_counted(figure.counted_as) and value == figure.counted_value:
        value = None
    before = (figure.entered_as, figure.entered, figure.reason)
    figure.entered_as, figure.entered = _kind(value), value if isinstance(value, Decimal) else None
    figure.reason = " ".join(entry.reason.split())[:300] if figure.is_override else ""
    if before == (figure.entered_as, figure.entered, figure.reason):
        return False
    figure.by, figure.at = (user, timezone.now()) if figure.entered_as else (None, None)
    return True


def _kind(value: Value) -> EnteredAs:
    if value is None:
        return EnteredAs.NOTHING
    return EnteredAs.NONE if value is NOT_APPLICABLE else EnteredAs.NUMBER


def _refuse_without_reason(form: Form, figures: Iterable[Figure]) -> None:
    if missing := missing_reasons(form, figures):
        raise ReportRefused(" ".join(missing))


def _logged(form: Form, changed: Mapping[Key, Figure]) -> dict[str, Any]:
    names = [cell_name(form, key) for key in changed]
    return {"cells": len(names), "named": names[:LOGGED]}
