"""The banner of the admin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from disclosure_pages.clearance.held_roles import held_roles
from search.domain.alarm import trouble
from search.rules import WORD_ROLES

register = template.Library()


@register.inclusion_tag("gongkai_search/oversight/banner.html", takes_context=True)
def search_trouble(context: Mapping[str, Any]) -> dict[str, Any]:
    """What is wrong with the search, for those who can do something about it."""
    request = context.get("request")
    is_theirs = request is not None and request.user.is_authenticated and held_roles(request) & WORD_ROLES
    return {"trouble": trouble() if is_theirs else None}
