"""The public page of an item: what is disclosed, on what basis, when, by whom, where; and what there is of it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import DisclosurePage, InstitutionProfile, Links, Place, PolicyDocument, public_screen, qr_svg
from plugins.contrib.item_catalogue.domain.coverage import living_items
from plugins.contrib.item_catalogue.enums import CatalogueState, LinkKind
from plugins.contrib.item_catalogue.meaning import meaning_of
from plugins.contrib.item_catalogue.models import Catalogue, Field, Item, ItemLink
from plugins.contrib.item_catalogue.permalinks import is_named, key_of

from .addresses import address_of

#: Publications on the page; the rest is counted.
SHOWN = 20


def item(request: HttpRequest, place: Place, field: str, item_key: str) -> HttpResponse:
    """The item as the catalogue in effect has it; at its short address.

    One that is no longer in the catalogue leads to the item that came from the same item of the city, or answers 410
    with what it said last.
    """
    known = _identities(place, field)
    identity = next((one for one in known if is_named(one, item_key)), None)
    if identity is None:
        raise Http404
    where = request.resolver_match.kwargs["where"] if request.resolver_match else ""
    if item_key != key_of(identity):
        return redirect(_url(where, field, identity), permanent=True)
    today = timezone.localdate()
    of_district = Item.objects.filter(catalogue__district=place.district_id)
    current = _details(of_district.filter(identity=identity).in_effect(on=today))
    if current is not None:
        return _page(request, place, current)
    last = _details(of_district.filter(identity=identity, catalogue__in=_begun(place)))
    if last is None:
        raise Http404
    heir = _heir(last, of_district)
    if heir is not None:
        return redirect(_url(where, heir.catalogue.field.code, heir.identity))
    return _page(request, place, last, status=410)


def _identities(place: Place, field: str) -> Iterable[uuid.UUID]:
    """Of the items that the catalogues of the field in this district have, or had."""
    if not Field.objects.filter(code=field).exists():
        raise Http404
    items = Item.objects.filter(catalogue__field__code=field, catalogue__in=_begun(place))
    return items.order_by().values_list("identity", flat=True).distinct()


def _begun(place: Place) -> Any:
    """Published versions of the district that are, or were, in effect."""
    of_district = Catalogue.objects.filter(district=place.district_id, state=CatalogueState.PUBLISHED)
    return of_district.filter(effective_from__lte=timezone.localdate())


def _details(items: Any) -> Item | None:
    found: Item | None = (
        items.select_related("catalogue__field", "catalogue__district", "unit")
        .prefetch_related("choices", "acts")
        .order_by("-catalogue__effective_from")
        .first()
    )
    return found


def _heir(gone: Item, of_district: Any) -> Item | None:
    """The item in effect that adopted the same item of the city."""
    if gone.origin is None:
        return None
    heirs = of_district.filter(origin=gone.origin).in_effect(on=timezone.localdate())
    found: Item | None = heirs.select_related("catalogue__field").first()
    return found


def _url(where: str, field: str, identity: uuid.UUID) -> str:
    return reverse("item-catalogue:item", kwargs={"where": where, "field": field, "item_key": key_of(identity)})


def _page(request: HttpRequest, place: Place, item: Item, *, status: int = 200) -> HttpResponse:
    links = Links(request)
    living = living_items([item])[0]
    url = address_of(place, links=links, field=item.catalogue.field.code, identity=item.identity)
    context = {
        "living": living,
        "item": item,
        "catalogue": item.catalogue,
        "acts": _acts(item, place, links),
        "meanings": list(filter(None, map(meaning_of, item.time_limits))),
        "unit_url": _unit_url(item, links),
        "publications": [(one, links.to(one.published.url_path)) for one in living.publications[:SHOWN]],
        "more": living.total - SHOWN,
        "services": ItemLink.objects.of_items([item.identity], districts=[place.district_id or 0]).filter(
            kind=LinkKind.SERVICE
        ),
        "is_gone": status != 200,
        "canonical_url": url,
        "is_indexed": status == 200,
        "qr": qr_svg(url),
    }
    title = _("%(item)s (disclosure item)") % {"item": item}
    template = "gongkai_items/living/item_page.html"
    return public_screen(request, place=place, title=title, template=template, context=context, status=status)


def _acts(item: Item, place: Place, links: Links) -> Sequence[tuple[Any, str]]:
    """Each act of the basis with the address of the document in the library that has its title, or nothing.

    A document of the district goes before one of another district of the city.
    """
    acts = list(item.acts.all())
    titles = {title for act in acts for title in (act.title, f"《{act.title}》")}
    here = PolicyDocument.objects.public().filter(title__in=titles, district__city=place.city_id)
    found: dict[str, str] = {}
    for title, url_path, district in here.order_by("pk").values_list("title", "url_path", "district"):
        if title.strip("《》") not in found or district == place.district_id:
            found[title.strip("《》")] = links.to(url_path)
    return [(act, found.get(act.title.strip("《》"), "")) for act in acts]


def _unit_url(item: Item, links: Links) -> str:
    """Where readers learn about the disclosing body: its public profile."""
    if item.unit is None:
        return ""
    profiles: Any = DisclosurePage.objects.public().of_unit(item.unit)
    of_its_kind = profiles.filter(pk__in=InstitutionProfile.objects.values("pk")).newest_first()
    path = of_its_kind.values_list("url_path", flat=True).first()
    return links.to(path) if path else ""
