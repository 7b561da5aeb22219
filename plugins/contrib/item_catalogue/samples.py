"""Samples for the demo, in our own words: two catalogues in effect, and a field that goes through the city's process.

What is in them is made up. Items find the content of the demo that has their name.
"""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import District, Role, people_with_role

from .domain.importing import import_catalogue
from .domain.linking import link_pages, linkable_pages
from .domain.process.acting import perform
from .domain.process.assigning import DueDays, assign_field
from .domain.publishing import publish_version
from .enums import Column
from .models import Assignment, Field
from .process.states import Act
from .structure import Choice, Entry, Sheet, standard_shape

_CHANNELS = ("政府网站", "政务服务中心", "社区/企事业单位/村公示栏（电子屏）")
_TICKED = {"全社会", "主动", "县级"}
_STEP = dt.timedelta(days=14)


def read_samples() -> dict[str, Any]:
    """Catalogues that are ``published`` or ``in_work``, by code of field, and what a ``platform`` would say of one."""
    samples: dict[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))
    return samples


@transaction.atomic
def make_samples(*, district: District) -> None:
    """Make them where ``district`` has nothing of their field; what is there is left alone."""
    samples = read_samples()
    office = people_with_role(Role.DISCLOSURE_OFFICE, district=district).first()
    auditor = people_with_role(Role.CITY_AUDITOR).first()
    for code, sample in samples["published"].items():
        if field := _lacking(code, district):
            _publish(field, district, sample, office)
    for code, sample in samples["in_work"].items():
        field = _lacking(code, district)
        if field and office and auditor:
            _begin(field, district, sample, office=office, auditor=auditor)


def _lacking(code: str, district: District) -> Field | None:
    return Field.objects.filter(code=code).exclude(catalogues__district=district).first()


def _publish(field: Field, district: District, sample: dict[str, Any], office: Any) -> None:
    """In effect for two months; an item leads to the content that is called as it is."""
    draft = import_catalogue(field=field, owner=district, sheet=_sheet(field, district, sample)).catalogue
    publish_version(catalogue=draft, effective_from=timezone.localdate() - dt.timedelta(days=60))
    for item in draft.items.all() if office else ():
        keys = linkable_pages(office).filter(live=True, title__startswith=str(item)).values_list("pk", flat=True)
        if keys:
            link_pages(district=district, identity=item.identity, keys=list(keys), user=office)


def _begin(field: Field, district: District, sample: dict[str, Any], *, office: Any, auditor: Any) -> Assignment:
    """Assigned, drafted, partly submitted; one item is accepted and one returned."""
    today = timezone.localdate()
    due = DueDays(today + _STEP, today + 2 * _STEP, today + 3 * _STEP, today + 4 * _STEP)
    assignment = assign_field(field=field, district=district, due=due, user=auditor)
    sheet = _sheet(field, district, sample)
    items = import_catalogue(field=field, owner=district, sheet=sheet, user=office).catalogue.items.all()
    submitted = [item.identity for item in items[:4]]
    reason = _("Name the telephone number for complaints, and say how often it is checked.")
    for act, chosen, user in (
        (Act.SUBMIT, submitted, office),
        (Act.ACCEPT, submitted[:1], auditor),
        (Act.RETURN, submitted[1:2], auditor),
    ):
        perform(assignment=assignment, act=act, seen=dict.fromkeys(chosen), user=user, reason=reason)
    return assignment


def _sheet(field: Field, district: District, sample: dict[str, Any]) -> Sheet:
    title = f"{district.name}{field.name}领域基层政务公开标准目录"
    body = f"{district.name}{sample['body']}"
    entries = (
        Entry(number=str(number), body=body, choices=_choices(), **item)
        for number, item in enumerate(sample["items"], start=1)
    )
    return Sheet(standard_shape(titles=(title,)), tuple(entries))


def _choices() -> tuple[Choice, ...]:
    split = [
        Choice(heading.column, heading.option, heading.option in _TICKED)
        for heading in standard_shape().headings
        if heading.is_option
    ]
    return (*(Choice(Column.CHANNEL, label, is_chosen=True) for label in _CHANNELS), *split)
