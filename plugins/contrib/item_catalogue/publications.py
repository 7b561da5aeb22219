"""What the public may read of what is linked to items. Hidden content is never counted: one gate, ``public()``."""

from __future__ import annotations

import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from django.apps import apps
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from plugins.api import Column, DisclosurePage

from .enums import LinkKind
from .models import ItemLink

#: Key of a district and identity of one of its items.
ItemKey = tuple[int, uuid.UUID]
STEP = DisclosurePage.steplen


@dataclass(frozen=True, slots=True)
class Published:
    """Content that everybody may read. ``formed_on`` is the day on which it was made, as far as its kind says so."""

    key: int
    path: str
    title: str
    url_path: str
    published_on: dt.date
    formed_on: dt.date | None


@dataclass(frozen=True, slots=True)
class _Link:
    item: ItemKey
    is_column: bool
    path: str


def publications_of(
    identities: Iterable[uuid.UUID], *, districts: Iterable[int]
) -> Mapping[ItemKey, Sequence[Published]]:
    """Public content of each item, newest first; three queries however many items, links and columns there are."""
    links = _links(identities, list(districts))
    holders: dict[str, set[ItemKey]] = defaultdict(set)
    for link in links:
        holders[link.path].add(link.item)
    found: dict[ItemKey, list[Published]] = defaultdict(list)
    for published in _public(links):
        paths = (published.path[:length] for length in range(STEP, len(published.path) + 1, STEP))
        for item in set(chain.from_iterable(holders.get(path, ()) for path in paths)):
            found[item].append(published)
    return found


def _links(identities: Iterable[uuid.UUID], districts: list[int]) -> list[_Link]:
    of_pages = ItemLink.objects.of_items(identities, districts=districts).exclude(kind=LinkKind.SERVICE)
    rows = of_pages.order_by().values_list("district", "identity", "kind", "page__path")
    return [_Link((district, identity), kind == LinkKind.COLUMN, path or "") for district, identity, kind, path in rows]


def _public(links: Sequence[_Link]) -> list[Published]:
    if not links:
        return []
    pages = DisclosurePage.objects.public().filter(
        Q(path__in={link.path for link in links if not link.is_column}) | Q(column__in=_columns(links))
    )
    rows = pages.annotate(formed=_formed()).newest_first()
    return [Published(*row) for row in rows.values_list("pk", "path", "title", "url_path", "published_on", "formed")]


def _columns(links: Sequence[_Link]) -> list[int]:
    """The columns that hold what counts; those of linked sections hold more, which is left out by its path."""
    trees = {link.path for link in links if link.is_column}
    if not trees:
        return []
    districts = {district for district, _identity in (link.item for link in links)}
    columns = Column.objects.filter(district__in=districts).values_list("pk", "path")
    holding = {tree[:-STEP] for tree in trees}
    return [
        key
        for key, path in columns
        if path in holding or any(path[:length] in trees for length in range(STEP, len(path) + 1, STEP))
    ]


@cache
def _formed() -> Any:
    """The day on which content was made, of whichever kinds state one."""
    kinds = [
        model
        for model in apps.get_models()
        if issubclass(model, DisclosurePage) and any(field.name == "formed_on" for field in model._meta.fields)
    ]
    days = [F(f"{kind._meta.model_name}__formed_on") for kind in kinds]
    return Coalesce(*days)
