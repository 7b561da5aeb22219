"""Figures of a file taken into a report of an earlier year."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import Report
from plugins.contrib.annual_report.structure import (
    Form,
    Key,
    Value,
    Values,
    form_of,
    format_cell,
    read_cell,
    to_json,
)
from plugins.contrib.annual_report.structure.checks import cell_name

from .filling import Entry, fill_report
from .sources import leaves
from .values import form_in, values_of


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell of which the file says something else than the report does now."""

    name: str
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


@transaction.atomic
def take_figures(*, report: Report, values: Values, user: Any, reason: str, seen: str) -> int:
    """Enter what a file says; returns how many cells have changed. ``reason`` stands beside what was counted otherwise.

    Cells that say the same already keep their reasons. Raises :class:`ReportRefused` as :func:`fill_report` does.
    """
    now = values_of(report)
    taken = _taken(form_in(report), values)
    entries = {key: Entry(value, reason) for key, value in taken.items() if value != now[key]}
    changed = fill_report(report=report, entries=entries, user=user, seen=seen)
    log(report, "gongkai.annual.imported", user=user, data={"cells": changed})
    return changed


def _taken(form: Form, values: Values) -> dict[Key, Value]:
    return {key: values[key] for key in leaves(form) if values.get(key) is not None}


def text_of(form: Form, values: Values) -> str:
    """Values as text that travels through a form and back by :func:`values_of_text`."""
    return json.dumps({"form": form.code, "cells": to_json(values)})


def values_of_text(text: str) -> tuple[Form, dict[Key, Value]]:
    """The values, read anew cell by cell: what comes back from a browser may be anything.

    Raises :class:`ReportRefused`.
    """
    try:
        data = json.loads(text)
        form, cells = form_of(str(data["form"])), data["cells"]
        return form, {key: _cell(form, key, cells) for key in form.cells()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReportRefused(_("What was read of the file did not come back whole. Choose the file again.")) from error


def _cell(form: Form, key: Key, cells: Mapping[str, Any]) -> Value:
    return read_cell(str(cells.get("/".join(key), "")), form.column(key).kind)
