"""What was read of a file, as text that travels through a form and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from plugins.api import writable
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.structure import Form, Key, Value, Values, form_of, read_cell, to_json

from .writing import TEXTS


@dataclass(frozen=True)
class Carried:
    """Figures in a form, and texts by their names, a paragraph a line."""

    form: Form
    values: Values
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def as_text(self) -> str:
        data = {"form": self.form.code, "cells": to_json(self.values), "texts": dict(self.texts)}
        return json.dumps(data, ensure_ascii=False)


def carried_of(text: str) -> Carried:
    """Read anew cell by cell: what comes back from a browser may be anything. Raises :class:`ReportRefused`."""
    try:
        data = json.loads(text)
        form, cells, texts = form_of(str(data["form"])), data["cells"], data.get("texts", {})
        values = {key: _cell(form, key, cells) for key in form.cells()}
        return Carried(form, values, {name: writable(str(texts[name])) for name in TEXTS if name in texts})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ReportRefused(_("What was read of the file did not come back whole. Choose the file again.")) from error


def _cell(form: Form, key: Key, cells: Mapping[str, Any]) -> Value:
    return read_cell(str(cells.get("/".join(key), "")), form.column(key).kind)
