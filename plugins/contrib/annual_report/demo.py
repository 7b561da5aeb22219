"""Samples for ``manage.py demo``: reports of a district on two former years, the older one beside the newer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from django.utils import timezone

from plugins.api import District, publish_sample

from .domain.beginning import last_year
from .frozen import Frozen
from .models import AnnualReportPage
from .structure import Key, Value, Values, form_of, read_cell, summed

COLUMN, UNIT = "政府信息公开年报 > 区政府信息公开年报", "xzspj"
_SAMPLES: Final = Path(__file__).with_name("demo.json")


def make_pages(district: District) -> bool:
    """Publish the samples unless they are there; ``False`` when they were."""
    if AnnualReportPage.objects.filter(district=district).exists():
        return False
    samples = json.loads(_SAMPLES.read_text(encoding="utf-8"))
    year, before = last_year(today=timezone.localdate()) - 1, samples["earlier"]
    for number, sample in ((year - 1, before), (year, samples["latest"])):
        earlier = Frozen(form_of("2021"), _values(before)).text if number == year else ""
        publish_sample(page=_page(district, number, sample, earlier), district=district, column=COLUMN, unit=UNIT)
    return True


def _page(district: District, year: int, sample: dict[str, Any], earlier: str) -> AnnualReportPage:
    organ = f"{district.name}人民政府"
    return AnnualReportPage(
        title=f"{organ}{year}年政府信息公开工作年度报告（演示）",
        year=year,
        organ=organ,
        figures=Frozen(form_of("2021"), _values(sample)).text,
        earlier=earlier,
        **{name: "".join(f"<p>{line}</p>" for line in lines) for name, lines in sample["texts"].items()},
    )


def _values(sample: dict[str, Any]) -> Values:
    """All sums made, and 0 wherever the sample says nothing."""
    form = form_of("2021")
    given: dict[Key, Value] = {key: read_cell("0") for key in form.cells()}
    for table, rows in sample["figures"].items():
        columns = [column for column in form.tables_by_code[table].columns if not column.sum_of]
        for row, numbers in rows.items():
            for column, text in zip(columns, numbers.split(), strict=True):
                given[table, row, column.code] = read_cell(text, column.kind)
    return summed(form, given)
