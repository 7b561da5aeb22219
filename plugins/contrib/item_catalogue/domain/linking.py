"""Link what is published, and services, to the items that ask for it."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import log
from wagtail.models import Page

from plugins.api import Column, DisclosurePage, District, Role, Section, districts_of, pages_anew, units_of
from plugins.contrib.item_catalogue.enums import LinkKind
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Item, ItemLink

LINKED, UNLINKED = "gongkai.items.linked", "gongkai.items.unlinked"
OFFICE_ROLES = (Role.DISCLOSURE_OFFICE,)
UNIT_ROLES = (Role.EDITOR, Role.MODERATOR)


def linkable_pages(user: Any) -> Any:
    """Pages that ``user`` may link to items: content and sections of one's units; of the office's districts, all."""
    units, districts = units_of(user, UNIT_ROLES), districts_of(user, OFFICE_ROLES)
    contents = DisclosurePage.objects.filter(Q(unit__in=units) | Q(district__in=districts))
    sections = Section.objects.filter(Q(unit__in=units) | Q(unit__district__in=districts))
    columns = Column.objects.filter(district__in=districts)
    kinds = [kind.order_by().values("pk") for kind in (contents, sections, columns)]
    return Page.objects.filter(Q(*(("pk__in", keys) for keys in kinds), _connector=Q.OR))


def is_office_of(user: Any, district: District) -> bool:
    """Whether ``user`` may link services to items of ``district``, and take any link away."""
    return bool(districts_of(user, OFFICE_ROLES).filter(pk=district.pk).exists())


def removable_links(user: Any) -> Any:
    """Links that ``user`` may take away: those to pages that one may link, and services for the office."""
    services = Q(kind=LinkKind.SERVICE, district__in=districts_of(user, OFFICE_ROLES))
    return ItemLink.objects.filter(services | Q(page__in=linkable_pages(user).order_by().values("pk")))


@transaction.atomic
def link_pages(*, district: District, identity: uuid.UUID, keys: Collection[int], user: Any) -> int:
    """Link content, columns and sections, by their keys, to an item; returns how many were not linked before.

    Raises :class:`ItemsRefused` when the item is none of the district's, or one of the pages is of another district or
    not the person's to link: then none is linked.
    """
    item = _item(district, identity)
    pages = list(linkable_pages(user).filter(pk__in=keys).specific(defer=True))
    strangers = len(set(keys) - {page.pk for page in pages if district_key(page) == district.pk})
    if strangers:
        raise ItemsRefused(
            ngettext(
                "%(number)d page is not yours to link, or of another district; nothing was linked.",
                "%(number)d pages are not yours to link, or of another district; nothing was linked.",
                strangers,
            )
            % {"number": strangers}
        )
    known = set(ItemLink.objects.of_items([identity], districts=[district]).values_list("page", flat=True))
    new = [page for page in pages if page.pk not in known]
    ItemLink.objects.bulk_create(_links(new, district, identity, user), ignore_conflicts=True)
    for page in new:
        log(page, LINKED, user=user, data={"item": str(item), "identity": str(identity)})
    pages_anew(district.pk)
    return len(new)


@transaction.atomic
def link_service(*, district: District, identity: uuid.UUID, title: str, url: str, user: Any) -> ItemLink:
    """Link a service at an outside address. Raises :class:`ItemsRefused` for others than the district's office."""
    item = _item(district, identity)
    if not is_office_of(user, district):
        raise ItemsRefused(_("Services are linked by the district's disclosure office."))
    values = {"title": title, "linked_by": user}
    link, is_new = ItemLink.objects.update_or_create(
        district=district, identity=identity, kind=LinkKind.SERVICE, url=url, defaults=values
    )
    if is_new:
        log(link, LINKED, user=user, data={"item": str(item), "identity": str(identity), "url": url})
    pages_anew(district.pk)
    return link


@transaction.atomic
def unlink(*, link: ItemLink, user: Any) -> None:
    """Take a link away. Raises :class:`ItemsRefused` when it is not the person's to take."""
    if not removable_links(user).filter(pk=link.pk).exists():
        raise ItemsRefused(_("This link is of another unit; its own people or the disclosure office take it away."))
    log(link.page or link, UNLINKED, user=user, data={"identity": str(link.identity), "url": link.url})
    district = link.district_id
    link.delete()
    pages_anew(district)


def _item(district: District, identity: uuid.UUID) -> Item:
    item = Item.objects.filter(catalogue__district=district, identity=identity).order_by("-catalogue__version").first()
    if item is None:
        raise ItemsRefused(_("The district has no such item."))
    return item


def _links(pages: Iterable[Any], district: District, identity: uuid.UUID, user: Any) -> list[ItemLink]:
    return [
        ItemLink(
            district=district,
            identity=identity,
            kind=LinkKind.CONTENT if isinstance(page, DisclosurePage) else LinkKind.COLUMN,
            page_id=page.pk,
            linked_by=user,
        )
        for page in pages
    ]


def district_key(page: Any) -> int:
    """Key of the district in which content, a column or a section stands."""
    district: int = page.unit.district_id if isinstance(page, Section) else page.district_id
    return district
