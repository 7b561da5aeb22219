"""Homes, columns and sections, with the rights that an applied table would give."""

from __future__ import annotations

from itertools import count
from typing import Any

from django.contrib.auth.models import Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from cms.people.domain.groups import unit_group
from cms.tenancy.models import District, Unit
from disclosure_pages.responsibility.grants import RIGHTS, ROLES, model_of
from disclosure_pages.tree.acts import structural_change
from disclosure_pages.tree.domain.districts import create_district_home
from disclosure_pages.tree.models import Column, DistrictHome, Section
from disclosure_pages.tree.slugs import ascii_slug

from .tenancy import make_district, make_unit

_numbers = count(1)


def make_home(district: District | None = None) -> DistrictHome:
    """The home page of ``district``, with its city's; made when it is not there yet."""
    return create_district_home(district=district or make_district())


def make_column(
    title: str = "", *, parent: Page | None = None, district: District | None = None, **fields: Any
) -> Column:
    """A column below ``parent``, or below the home of ``district``."""
    title = title or f"栏目{next(_numbers)}"
    owner = district or getattr(parent, "district", None) or make_district()
    place = parent or make_home(owner)
    column = Column(title=title, slug=fields.pop("slug", ascii_slug(title)), district=owner, **fields)
    with structural_change():
        place.add_child(instance=column)
    return column


def make_section(*, column: Column | None = None, unit: Unit | None = None, with_rights: bool = True) -> Section:
    """The place of ``unit`` under ``column``, with a collection and the rights of the unit's groups."""
    if column is None:
        column = make_column(district=unit.district if unit else None)
    owner = unit or make_unit(district=column.district)
    collection = Collection.get_first_root_node().add_child(name=f"{column.title} · {owner.name}")
    section = Section(title=owner.name, slug=f"s-{owner.code.lower()}", unit=owner, collection=collection)
    with structural_change():
        column.add_child(instance=section)
    if with_rights:
        _grant(section, owner)
    return section


def _grant(section: Section, unit: Unit) -> None:
    groups = {role: unit_group(unit=unit, role=role) for role in ROLES}
    found = Permission.objects.filter(codename__in={right.codename for right in RIGHTS}).select_related("content_type")
    permissions = {(*one.content_type.natural_key(), one.codename): one for one in found}
    pages, media = [], []
    for right in RIGHTS:
        permission = permissions[*model_of(right.codename), right.codename]
        held = {"group": groups[right.role], "permission": permission}
        if right.is_media:
            media.append(GroupCollectionPermission(collection=section.collection, **held))
        else:
            pages.append(GroupPagePermission(page=section, **held))
    GroupPagePermission.objects.bulk_create(pages)
    GroupCollectionPermission.objects.bulk_create(media)
