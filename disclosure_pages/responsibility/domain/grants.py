"""Write grants: the rows of Wagtail's permissions for the units' groups, in bulk."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from disclosure_pages.responsibility.changes import GrantAct, GrantChange
from disclosure_pages.responsibility.grants import RIGHTS, model_of
from disclosure_pages.responsibility.titles import key_of_path
from disclosure_pages.tree.models import Section

from .columns import ColumnWriter

_BATCH = 500  # keys in one condition: SQLite's limit is not the same everywhere


def write_grants(*, changes: Iterable[GrantChange], columns: ColumnWriter) -> None:
    """Remove what the plan removes, then add what it adds, now that every section has its page and collection."""
    changes = list(changes)
    _remove([change for change in changes if change.act is GrantAct.REMOVE])
    added = [change for change in changes if change.act is GrantAct.ADD]
    if not added:
        return
    groups = _groups({change.group for change in added})
    permissions = _permissions()
    places = _places(columns)
    pages: list[GroupPagePermission] = []
    media: list[GroupCollectionPermission] = []
    for change in added:
        page, collection = places[columns.columns[key_of_path(change.path)].path, change.unit]
        ids = {"group_id": groups[change.group], "permission_id": permissions[change.codename]}
        if change.is_media:
            media.append(GroupCollectionPermission(collection_id=collection, **ids))
        else:
            pages.append(GroupPagePermission(page_id=page, **ids))
    GroupPagePermission.objects.bulk_create(pages)
    GroupCollectionPermission.objects.bulk_create(media)


def _remove(changes: list[GrantChange]) -> None:
    for model, is_media in ((GroupPagePermission, False), (GroupCollectionPermission, True)):
        rows = [change.row for change in changes if change.is_media is is_media]
        for start in range(0, len(rows), _BATCH):
            model.objects.filter(pk__in=rows[start : start + _BATCH]).delete()


def _groups(names: set[str]) -> dict[str, int]:
    """Keys of the groups called ``names``; those that are not there are made."""
    found = dict(Group.objects.filter(name__in=names).values_list("name", "pk"))
    made = Group.objects.bulk_create(Group(name=name) for name in sorted(names - set(found)))
    return found | {group.name: group.pk for group in made}


def _permissions() -> dict[str, int]:
    condition = Q(pk__in=())
    for codename in {right.codename for right in RIGHTS}:
        app, model = model_of(codename)
        condition |= Q(codename=codename, content_type__app_label=app, content_type__model=model)
    return dict(Permission.objects.filter(condition).values_list("codename", "pk"))


def _places(columns: ColumnWriter) -> dict[tuple[str, str], tuple[int, int]]:
    """(path of the column, unit code) → keys of the section's page and collection, for open sections."""
    rows = Section.objects.filter(unit__district=columns.district, closed_on=None)
    return {
        (path[: -Section.steplen], unit): (page, collection)
        for path, unit, page, collection in rows.values_list("path", "unit__code", "pk", "collection_id")
    }
