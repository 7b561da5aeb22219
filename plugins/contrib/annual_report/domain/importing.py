"""Figures and texts of a file taken into a report of an earlier year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from plugins.contrib.annual_report.models import Report
from plugins.contrib.annual_report.structure import Form, Key, Value, Values, format_cell
from plugins.contrib.annual_report.structure.checks import cell_name

from .filling import Entry, fill_report
from .sources import leaves
from .values import form_in, values_of
from .writing import write_texts


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell of which the file says something else than the report does now."""

    name: str
    now: str
    read: str


@dataclass(frozen=True, slots=True)
class TextRead:
    """A text that the file has otherwise than the report; ``name`` is that of its field, ``title`` that of the form."""

    name: str
    title: str
    now: str
    read: str


def differences(*, report: Report, values: Values) -> list[Difference]:
    """What taking the file over would change; blank cells of the file change nothing, sums are never taken."""
    form, now = form_in(report), values_of(report)
    return [
        Difference(cell_name(form, key), format_cell(now[key]), format_cell(value))
        for key, value in _taken(form, values).items()
        if value != now[key]
    ]


def texts_read(*, report: Report, texts: Mapping[str, str]) -> list[TextRead]:
    """The texts that could be taken over; blank lines make no difference."""
    now = Report.objects.values(*texts).get(pk=report.pk) if texts else {}
    found = (
        TextRead(one.code, one.title, now[one.code], texts[one.code])
        for one in form_in(report).prose
        if one.code in texts
    )
    return [one for one in found if _lines(one.now) != _lines(one.read)]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


@transaction.atomic
def take_over(
    *, report: Report, values: Values, texts: Mapping[str, str], user: Any, reason: str, seen: str, texts_seen: str
) -> tuple[int, int]:
    """Both :func:`take_figures` and :func:`take_texts`, or neither; returns how many figures and texts have changed."""
    changed = take_figures(report=report, values=values, user=user, reason=reason, seen=seen)
    return changed, take_texts(report=report, texts=texts, user=user, seen=texts_seen)


@transaction.atomic
def take_figures(*, report: Report, values: Values, user: Any, reason: str, seen: str) -> int:
    """Enter what a file says; returns how many cells have changed. ``reason`` stands beside what was counted otherwise.

    Cells that say the same already keep their reasons. Raises :class:`ReportRefused` as :func:`fill_report` does.
    """
    now = values_of(report)
    taken = _taken(form_in(report), values)
    entries = {key: Entry(value, reason) for key, value in taken.items() if value != now[key]}
    changed = fill_report(report=report, entries=entries, user=user, seen=seen)
    if changed:
        log(report, "gongkai.annual.imported", user=user, data={"cells": changed})
    return changed


def take_texts(*, report: Report, texts: Mapping[str, str], user: Any, seen: str) -> int:
    """Write ``texts`` in the place of those of the report, whose log shows the former; returns how many changed.

    Raises :class:`ReportRefused` as :func:`write_texts` does.
    """
    changed = texts_read(report=report, texts=texts)
    if changed:
        write_texts(report=report, texts={one.name: one.read for one in changed}, user=user, seen=seen)
        former = [[one.title, one.now] for one in changed if one.now]
        named = [one.title for one in changed]
        log(report, "gongkai.annual.texts_imported", user=user, data={"named": named, "former": former})
    return len(changed)


def _taken(form: Form, values: Values) -> dict[Key, Value]:
    return {key: values[key] for key in leaves(form) if values.get(key) is not None}
