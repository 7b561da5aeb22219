"""The catalogues of a district as readers see them: those in effect today."""

from __future__ import annotations

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.api import Links, Place, content_type_of, public_screen, qr_svg
from plugins.contrib.item_catalogue.domain.assembling import sheet_of
from plugins.contrib.item_catalogue.domain.coverage import living_items
from plugins.contrib.item_catalogue.models import Catalogue
from plugins.contrib.item_catalogue.queries import ItemQuery, choices_of
from plugins.contrib.item_catalogue.querysets import CatalogueQuerySet
from plugins.contrib.item_catalogue.writing import WRITERS

from .living.addresses import address_of


def fields(request: HttpRequest, place: Place) -> HttpResponse:
    """The fields for which the district has a catalogue in effect."""
    found = _in_effect(place).select_related("field").annotate(total=Count("items")).order_by("field__order")
    context = {"catalogues": found}
    return public_screen(
        request, place=place, title=_("Item catalogues"), template="gongkai_items/fields.html", context=context
    )


def catalogue(request: HttpRequest, place: Place, field: str) -> HttpResponse:
    """The items of one field, narrowed to what the reader asks for."""
    found = _catalogue(place, field)
    query = ItemQuery.read(request.GET)
    items = list(query.of(found).select_related("catalogue"))
    context = {
        "catalogue": found,
        "items": living_items(items),
        "total": found.items.count() if query.is_filtered else len(items),
        "query": query,
        "filters": choices_of(found, query),
        "formats": sorted(WRITERS),
        "canonical_url": (url := address_of(place, links=Links(request), field=field)),
        "qr": qr_svg(url),
    }
    title = _("Item catalogue of the field “%(field)s”") % {"field": found.field}
    return public_screen(request, place=place, title=title, template="gongkai_items/catalogue.html", context=context)


def file(request: HttpRequest, place: Place, field: str, file_format: str) -> HttpResponse:
    """The whole catalogue as a file, in the shape in which it came."""
    found = _catalogue(place, field)
    name = f"{place.slug}-{found.field.code}-{found.effective_from}.{file_format}"
    content = WRITERS[file_format](sheet_of(found))
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=content_type_of(file_format), headers=headers)


def _in_effect(place: Place) -> CatalogueQuerySet:
    return Catalogue.objects.filter(district=place.district_id).in_effect(on=timezone.localdate())


def _catalogue(place: Place, field: str) -> Catalogue:
    found = _in_effect(place).filter(field__code=field).select_related("field").first()
    if found is None:
        raise Http404
    return found
