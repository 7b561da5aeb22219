"""Differences that no plan shows: strange pages in the tree, restrictions, rights from above, wrong collections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.db.models.functions import Length, Substr
from django.utils.translation import gettext as _
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    PageViewRestriction,
)

from cms.tenancy.models import District
from disclosure_pages.responsibility.differences import Difference
from disclosure_pages.responsibility.models import DistrictCollection
from disclosure_pages.responsibility.state import ColumnState, SectionState, TreeState
from disclosure_pages.tree.models import CityHome, Column, DistrictHome, Section

from .state import STEP, below


def page_differences(*, district: District, state: TreeState) -> Iterator[Difference]:
    """All of them, in a fixed number of queries."""
    place = DistrictCollection.objects.filter(district=district).select_related("collection").first()
    yield from _strange_pages(state)
    yield from _restrictions(PageViewRestriction, "page", state.home_path, "page__url_path")
    yield from _grants_above(GroupPagePermission, "page", state.home_path, "page__title")
    if place is not None:
        path = place.collection.path
        yield from _restrictions(CollectionViewRestriction, "collection", path, "collection__name")
        yield from _grants_above(GroupCollectionPermission, "collection", path, "collection__name")
        yield from _wrong_collections(district, place.collection)


def _strange_pages(state: TreeState) -> Iterator[Difference]:
    """Structure that the district's registers do not know, and content outside every section."""
    kinds = ContentType.objects.get_for_models(CityHome, DistrictHome, Column, Section).values()
    inside = Page.objects.filter(below(state.home_path)).alias(above=Substr("path", 1, Length("path") - STEP))
    places = [state.home_path, *(column.path for column in state.columns.values())]
    strange = inside.filter(Q(content_type__in=kinds) | Q(above__in=places)).exclude(
        pk__in=[*state.columns, *state.sections]
    )
    for title, url in strange.values_list("title", "url_path"):
        yield Difference(
            code="page-foreign",
            subject=url,
            message=_("The page “%(title)s” at %(url)s stands among the columns, where the table puts none.")
            % {"title": title, "url": url},
            remedy=_("Move its content into a section, then delete it."),
        )
    yield from _outside(state)


def _outside(state: TreeState) -> Iterator[Difference]:
    rows: list[ColumnState | SectionState] = [*state.columns.values(), *state.sections.values()]
    for row in rows:
        if row.parent is None:
            yield Difference(
                code="page-lost",
                subject=row.url_path,
                message=_("The page at %(url)s hangs below nothing that belongs to the district.")
                % {"url": row.url_path},
                remedy=_("Apply the table again; what it does not bring back must be moved by hand."),
            )


def _ancestors(path: str) -> list[str]:
    return [path[:length] for length in range(STEP, len(path), STEP)]


def _restrictions(model: Any, target: str, path: str, name: str) -> Iterator[Difference]:
    """Restrictions at, below and above: each hides public content without anybody having reviewed that."""
    reached = Q(**{f"{target}__path__in": [*_ancestors(path), path]}) | below(path, f"{target}__")
    for place in model.objects.filter(reached).values_list(name, flat=True):
        yield Difference(
            code="view-restriction",
            subject=place,
            message=_("Reading “%(place)s” is restricted.") % {"place": place},
            remedy=_("Delete the restriction: what must not be public is not published, and never hidden."),
        )


def _grants_above(model: Any, target: str, path: str, name: str) -> Iterator[Difference]:
    """Grants on the pages or collections above reach down into the district."""
    rows = model.objects.filter(**{f"{target}__path__in": _ancestors(path)})
    for group, codename, place in rows.values_list("group__name", "permission__codename", name):
        yield Difference(
            code="grant-above",
            subject=f"{group} · {codename} · {place}",
            message=_("The group %(group)s holds %(permission)s on “%(place)s”, which reaches into the district.")
            % {"group": group, "permission": codename, "place": place},
            remedy=_("Take the permission from the group: rights follow from the table alone."),
        )


def _wrong_collections(district: District, own: Collection) -> Iterator[Difference]:
    """Collections of sections outside the district's, or shared by two sections."""
    rows = Section.objects.filter(unit__district=district, collection__isnull=False, closed_on=None)
    found = list(rows.values_list("title", "collection_id", "collection__path"))
    uses = Counter(collection for _title, collection, _path in found)
    for title, collection, path in found:
        if uses[collection] > 1 or path[: -Collection.steplen] != own.path:
            yield Difference(
                code="collection-wrong",
                subject=f"{title} · {collection}",
                message=_("The collection of a section of %(unit)s is shared or not below the district's.")
                % {"unit": title},
                remedy=_("Move the collection back, or give the section one of its own."),
            )
