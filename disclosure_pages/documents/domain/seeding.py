"""The kinds of document and topics that an installation starts with; administrators keep them from then on."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent / "data"


def seed(model: Any, file_name: str) -> None:
    """Add the entries of ``data/file_name`` that ``model`` (a classification, also a historical one) lacks."""
    with (DATA / file_name).open(encoding="utf-8", newline="") as file:
        for position, row in enumerate(csv.DictReader(file), start=1):
            code, above = row.pop("code"), row.pop("parent")
            parent = model.objects.get(code=above) if above else None
            model.objects.get_or_create(code=code, defaults={**row, "parent": parent, "position": position * 10})
