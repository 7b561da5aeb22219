"""``{% slot "content_bottom" %}`` in a template of the public side."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString

from plugins.contributions.slots import Slot
from plugins.slots import fill

register = template.Library()


@register.simple_tag(takes_context=True)
def slot(context: Any, name: str) -> SafeString:
    """What plug-ins put into the slot ``name``; raises ``ValueError`` for one that there is none of."""
    place = context.get("place")
    where = {"district": place.district_id, "city": place.city_id} if place is not None else {"district": None}
    return fill(Slot(name), **where, page=context.get("page"), request=context.get("request"))
