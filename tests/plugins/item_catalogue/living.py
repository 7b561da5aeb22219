"""A catalogue in effect in a district where the plug-in is on, and content to link."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from plugins.contrib.item_catalogue.domain.importing import import_catalogue
from plugins.contrib.item_catalogue.domain.publishing import publish_version
from plugins.contrib.item_catalogue.models import Item
from plugins.domain.switching import enable
from tests.factories.pages import make_published
from tests.factories.tree import make_column, make_home, make_section

from .rows import make_entry, make_sheet

BEGINNING = dt.date(2026, 1, 1)
ENTRIES = (
    make_entry("养老机构名录", number="1", limit="信息形成之日起20个工作日内", basis="《养老机构管理办法》第三条"),
    make_entry("高龄津贴", number="2", limit="及时公开"),
    make_entry("适老化改造", number="3", limit="按规定公开"),
)


@dataclass(frozen=True)
class Live:
    """A district with three items in effect and a section of one unit."""

    district: Any
    column: Any
    section: Any

    def item(self, name: str = "养老机构名录") -> Item:
        return Item.objects.get(second=name, catalogue__district=self.district)

    def publish(self, title: str, *, made: str, on: str, **fields: Any) -> Any:
        days = {"formed_on": dt.date.fromisoformat(made), "on": dt.date.fromisoformat(on)}
        return make_published(title, **{"section": self.section, **days, **fields})


def make_live(district: Any, field: Any, *entries: Any) -> Live:
    make_home(district)
    enable("item-catalogue", district=district, user=None)
    sheet = make_sheet(*(entries or ENTRIES))
    draft = import_catalogue(field=field, owner=district, sheet=sheet).catalogue
    publish_version(catalogue=draft, effective_from=BEGINNING)
    column = make_column("养老服务", district=district)
    return Live(district, column, make_section(column=column))
