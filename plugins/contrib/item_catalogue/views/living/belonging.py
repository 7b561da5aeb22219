"""On content: to which items it belongs."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from plugins.api import District, Fragment
from plugins.contrib.item_catalogue.models import Item, ItemLink

from .addresses import address_from


def items_of_page(context: Any) -> Fragment | None:
    """The items in effect to which ``context.page`` is linked, by itself or by what stands above it."""
    page = context.page
    if page is None or not page.path or context.district is None:
        return None
    links = ItemLink.objects.filter(district=context.district).of_page(page).order_by()
    items = Item.objects.filter(catalogue__district=context.district, identity__in=links.values("identity"))
    found = list(items.in_effect(on=timezone.localdate()).select_related("catalogue__field"))
    if not found:
        return None
    home = District.objects.values_list("root_page__url_path", flat=True).get(pk=context.district) or ""
    rows = [
        (item, address_from(page.url_path, home, field=item.catalogue.field.code, identity=item.identity))
        for item in found
    ]
    return Fragment("gongkai_items/living/belonging.html", {"items": rows})
