"""What a merger does to the tree: sections, the content and files in them, and the rights on them.

Addresses never change, because the address of content is column + slug and leaves the section out. Page keys never
change either, so revisions, reviews and clearances stay with their content.

- A column where the successor has no section yet: the section itself is handed over, with content and collection.
- A column where it has one: content and files move over there, and the emptied section is closed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Group
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page

from cms.people.domain.groups import unit_group, unit_group_name
from cms.people.enums import Role
from cms.tenancy.domain.journal import Journal
from cms.tenancy.models import Unit
from disclosure_pages.tree.models import Column, DisclosurePage, Section
from disclosure_pages.tree.slugs import free_slug

STEP = Page.steplen
UNIT_ROLES = (Role.EDITOR, Role.MODERATOR)


@dataclass(frozen=True)
class MovedSection:
    """A section of the merged unit: what is in it and which section holds that now."""

    section: Section
    target: Section
    column: Column
    pages: int
    public: int
    files: int

    @property
    def is_joined(self) -> bool:
        """Whether the successor had a section here before."""
        return self.section.pk != self.target.pk


def move_sections(*, unit: Unit, into: Unit, day: dt.date, journal: Journal) -> list[MovedSection]:
    """Hand every section of ``unit`` over to ``into``, in the order of the tree."""
    moved = [_move_section(section, into, day, journal) for section in sections_of(unit)]
    _move_grants(unit, into, moved, journal)
    return moved


def sections_of(unit: Unit) -> list[Section]:
    """The unit's sections, closed ones included, in the order of the tree."""
    return list(Section.objects.filter(unit=unit).order_by("path"))


def follow_sections(*, sections: Iterable[Section]) -> set[int]:
    """Bring child counts and the units of content in step with ``sections``; returns the keys of their columns."""
    columns = set()
    for section in Section.objects.filter(pk__in=[section.pk for section in sections]):
        content = DisclosurePage.objects.filter(path__startswith=section.path, depth__gt=section.depth)
        content.exclude(unit=section.unit_id).update(unit=section.unit_id)
        children = Page.objects.filter(path__startswith=section.path, depth=section.depth + 1).count()
        Page.objects.filter(pk=section.pk).update(numchild=children)
        columns.add(column_of(section).pk)
    return columns


def column_of(section: Section) -> Column:
    """The column that holds the section."""
    return Column.objects.get(path=section.path[:-STEP])


def rename_sections(*, unit: Unit, name: str, journal: Journal) -> list[Section]:
    """Give sections and their collections the unit's name."""
    sections = sections_of(unit)
    titles = {section.pk: {"title": name, "draft_title": name} for section in sections}
    journal.update_each(Page, titles)
    for section in sections:
        _rename_collection(section, column_of(section), name, journal)
    return sections


def _move_section(section: Section, into: Unit, day: dt.date, journal: Journal) -> MovedSection:
    column = column_of(section)
    content = DisclosurePage.objects.filter(path__startswith=section.path, depth__gt=section.depth)
    numbers = {"pages": content.count(), "public": content.public().count(), "files": _number_of_files(section)}
    others = Section.objects.filter(unit=into, path__startswith=column.path, depth=column.depth + 1)
    target = min(others, key=lambda other: (other.closed_on is not None, other.path), default=None)
    if target is None:
        _hand_over(section, column, into, journal)
        return MovedSection(section, section, column, **numbers)
    _join(section, target, day, journal)
    return MovedSection(section, target, column, **numbers)


def _hand_over(section: Section, column: Column, into: Unit, journal: Journal) -> None:
    siblings = Page.objects.filter(path__startswith=column.path, depth=section.depth).exclude(pk=section.pk)
    slug = free_slug(into.code.lower(), is_taken=lambda wanted: siblings.filter(slug=wanted).exists())
    journal.update(Section.objects.filter(pk=section.pk), unit_id=into.pk)
    journal.update_each(Page, {section.pk: {"title": into.name, "draft_title": into.name, "slug": slug}})
    _rename_collection(section, column, into.name, journal)


def _rename_collection(section: Section, column: Column, name: str, journal: Journal) -> None:
    """Collections are named “column · unit”; one that was named otherwise by hand keeps its name."""
    collection = section.collection
    if collection is None or not collection.name.endswith(section.title):
        return
    new_name = f"{collection.name.removesuffix(section.title)}{name}"[: collection._meta.get_field("name").max_length]
    journal.update(type(collection).objects.filter(pk=collection.pk), name=new_name)


def _join(section: Section, target: Section, day: dt.date, journal: Journal) -> None:
    journal.update_each(Page, dict(_new_paths(section, target)), follows=True)
    if section.closed_on is None:
        journal.update(Section.objects.filter(pk=section.pk), closed_on=day)
        if target.closed_on is not None:
            journal.update(Section.objects.filter(pk=target.pk), closed_on=None)
    if section.collection_id and target.collection_id:
        for model in (get_document_model(), get_image_model()):
            files = model.objects.filter(collection=section.collection_id)
            journal.update(files, follows=True, collection_id=target.collection_id)


def _new_paths(section: Section, target: Section) -> Iterator[tuple[int, dict[str, str]]]:
    """(key, new path) of everything below ``section``: its children go behind those of ``target``, in their order."""
    depth = section.depth + 1
    last = Page.objects.filter(path__startswith=target.path, depth=depth).order_by("path").last()
    step = Page._str2int(last.path[-STEP:]) if last else 0
    new_top = ""
    for page in Page.objects.filter(path__startswith=section.path, depth__gte=depth).order_by("path"):
        if page.depth == depth:
            step += 1
            new_top = Page._get_path(target.path, depth, step)
        yield page.pk, {"path": new_top + page.path[len(new_top) :]}


def _number_of_files(section: Section) -> int:
    models = (get_document_model(), get_image_model())
    return sum(model.objects.filter(collection=section.collection_id).count() for model in models)


def _move_grants(unit: Unit, into: Unit, moved: Iterable[MovedSection], journal: Journal) -> None:
    """Give the successor's groups what the unit's groups held; what they hold already is not given twice."""
    pages = {move.section.pk: move.target.pk for move in moved}
    collections = {
        move.section.collection_id: move.target.collection_id
        for move in moved
        if move.section.collection_id and move.target.collection_id
    }
    for role in UNIT_ROLES:
        old = Group.objects.filter(name=unit_group_name(unit=unit, role=role)).first()
        if old is None:
            continue
        new = unit_group(unit=into, role=role)
        for grant in GroupPagePermission.objects.filter(group=old):
            _move_grant(grant, new, journal, page_id=pages.get(grant.page_id, grant.page_id))
        for grant in GroupCollectionPermission.objects.filter(group=old):
            target = collections.get(grant.collection_id, grant.collection_id)
            _move_grant(grant, new, journal, collection_id=target)


def _move_grant(grant: Any, group: Group, journal: Journal, **place: Any) -> None:
    rows = type(grant).objects
    if rows.filter(group=group, permission=grant.permission_id, **place).exists():
        journal.delete(grant)
    else:
        journal.update(rows.filter(pk=grant.pk), group_id=group.pk, **place)
