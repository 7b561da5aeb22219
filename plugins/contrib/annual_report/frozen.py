"""Figures as a published report keeps them: text that says its form, independent of all that they came from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Self

from .structure import Form, Values, form_of, form_of_year, from_json, to_json


@dataclass(frozen=True)
class Frozen:
    """The values of one report with the form that they are laid out by."""

    form: Form
    values: Values

    @classmethod
    def of(cls, text: str, *, year: int) -> Self:
        """What ``text`` says; all cells are blank where it says nothing."""
        data = json.loads(text) if text else {}
        form = form_of(data["form"]) if "form" in data else form_of_year(year)
        return cls(form, from_json(form, data.get("cells", {})))

    @property
    def text(self) -> str:
        """One way to write it: equal values are equal text."""
        return json.dumps({"form": self.form.code, "cells": to_json(self.values)}, ensure_ascii=False)
