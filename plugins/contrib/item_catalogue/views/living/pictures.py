"""QR codes to take along: for posters, windows and printed catalogues."""

from __future__ import annotations

import io

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from plugins.api import Links, Place
from plugins.contrib.item_catalogue.models import Catalogue, Item
from plugins.contrib.item_catalogue.permalinks import is_named

from .addresses import address_of

KINDS = {"svg": "image/svg+xml", "png": "image/png"}


def picture(request: HttpRequest, place: Place, field: str, picture_format: str, item_key: str = "") -> HttpResponse:
    """The code of a catalogue in effect, or of one of its items, as SVG or PNG."""
    import segno  # late: a picture that few ask for

    holding = Catalogue.objects.filter(district=place.district_id, field__code=field)
    catalogue = holding.in_effect(on=timezone.localdate()).first()
    if catalogue is None:
        raise Http404
    identities = Item.objects.filter(catalogue=catalogue).values_list("identity", flat=True) if item_key else ()
    identity = next((one for one in identities if is_named(one, item_key)), None)
    url = address_of(place, links=Links(request), field=field, identity=identity)
    if not url or (item_key and identity is None):
        raise Http404
    drawn = io.BytesIO()
    segno.make(url, error="m", micro=False).save(drawn, kind=picture_format, scale=8, border=4)
    name = "-".join(filter(None, (place.slug, field, item_key))) + f".{picture_format}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(drawn.getvalue(), content_type=KINDS[picture_format], headers=headers)
