"""Common elements: the city fixes them, its districts adopt them."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.api import District
from plugins.contrib.item_catalogue.adoption import Adoption, adopt
from plugins.contrib.item_catalogue.enums import ELEMENTS, Column
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Catalogue

from .keeping import records_of, save_records
from .versions import draft_version, latest_version

FIXED, ADOPTED = "gongkai.items.common_fixed", "gongkai.items.common_adopted"


@dataclass(frozen=True, slots=True)
class Adopted:
    """What came of it in one district; ``catalogue`` is its draft, or the version that has everything already."""

    district: District
    catalogue: Catalogue
    adoption: Adoption


@transaction.atomic
def fix_common_elements(
    *, catalogue: Catalogue, elements: Mapping[uuid.UUID, Collection[Column]], user: Any = None
) -> None:
    """Choose which columns of a city's items are common: identity of an item → its columns; others stay as they are.

    Raises :class:`ItemsRefused` for a district's catalogue, a published one, a strange item or a column that says what
    the item is instead of what is disclosed.
    """
    catalogue = Catalogue.objects.select_for_update().get(pk=catalogue.pk)
    if catalogue.city is None or not catalogue.is_draft:
        raise ItemsRefused(_("Common elements are chosen in the draft of a city's catalogue."))
    if strange := {column for columns in elements.values() for column in columns} - set(ELEMENTS):
        names = "、".join(str(Column(column).label) for column in sorted(strange))
        raise ItemsRefused(_("These columns cannot be common elements: %(columns)s.") % {"columns": names})
    records = records_of(catalogue)
    if missing := elements.keys() - {record.identity for record in records}:
        raise ItemsRefused(_("%(number)d items are not in this catalogue.") % {"number": len(missing)})
    after = [replace(record, common=frozenset(elements.get(record.identity, record.common))) for record in records]
    save_records(catalogue=catalogue, records=after)
    log(catalogue, FIXED, user=user, data={"items": len(elements)})


@transaction.atomic
def adopt_common_elements(
    *, catalogue: Catalogue, districts: Iterable[District] | None = None, user: Any = None
) -> list[Adopted]:
    """Hand the common elements of a city's published version to ``districts``, all of the city by default.

    Each gets a draft in which names and common elements are the city's; a district's individual elements are never
    overwritten, and a district that has everything gets no draft. Raises :class:`ItemsRefused` for anything but a
    published version of a city, and for a district of another city.
    """
    if catalogue.city is None or catalogue.is_draft:
        raise ItemsRefused(_("Districts adopt from a published version of the city's catalogue."))
    chosen = list(catalogue.city.districts.all() if districts is None else districts)
    if any(district.city_id != catalogue.city_id for district in chosen):
        raise ItemsRefused(_("A district adopts from the catalogue of its own city."))
    source = records_of(catalogue)
    adopted = []
    for district in chosen:
        latest = latest_version(field=catalogue.field, owner=district)
        adoption = adopt(records_of(latest) if latest else [], source)
        if latest is None or not adoption.is_empty:
            latest = draft_version(field=catalogue.field, owner=district, shape=catalogue.shape)
            save_records(catalogue=latest, records=adoption.records)
            figures = {"new": adoption.created, "changed": adoption.updated, "released": adoption.released}
            log(latest, ADOPTED, user=user, data={"city": catalogue.city.slug, "version": catalogue.version, **figures})
        adopted.append(Adopted(district, latest, adoption))
    return adopted
