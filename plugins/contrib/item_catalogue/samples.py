"""Two catalogues for the demo, in our own words: what is in them is made up."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from plugins.api import District

from .domain.importing import import_catalogue
from .domain.publishing import publish_version
from .enums import Column
from .models import Catalogue, Field
from .structure import Choice, Entry, Sheet, standard_shape

_CHANNELS = ("政府网站", "政务服务中心", "社区/企事业单位/村公示栏（电子屏）")
_TICKED = {"全社会", "主动", "县级"}


@transaction.atomic
def make_samples(*, district: District) -> None:
    """Catalogues in effect for the fields in which ``district`` has none; what is there is left alone."""
    since = timezone.localdate() - dt.timedelta(days=60)
    for code, sample in json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8")).items():
        field = Field.objects.filter(code=code).first()
        if field is None or Catalogue.objects.of(district).of_field(field).exists():
            continue
        title = f"{district.name}{field.name}领域基层政务公开标准目录"
        body = f"{district.name}{sample['body']}"
        entries = tuple(
            Entry(number=str(number), body=body, choices=_choices(), **item)
            for number, item in enumerate(sample["items"], start=1)
        )
        sheet = Sheet(standard_shape(titles=(title,)), entries)
        done = import_catalogue(field=field, owner=district, sheet=sheet)
        publish_version(catalogue=done.catalogue, effective_from=since)


def _choices() -> tuple[Choice, ...]:
    split = [
        Choice(heading.column, heading.option, heading.option in _TICKED)
        for heading in standard_shape().headings
        if heading.is_option
    ]
    return (*(Choice(Column.CHANNEL, label, is_chosen=True) for label in _CHANNELS), *split)
