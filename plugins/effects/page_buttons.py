"""Ways that plug-ins add to the header of a page's screens in the admin."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.urls import reverse
from wagtail.admin.widgets import Button
from wagtail.models import Page

from cms.people.domain.roles import districts_of, units_of
from disclosure_pages.tree.models import Column, DisclosurePage, Section
from plugins.activation import active_plugins
from plugins.calling import Given, as_it_is, ask
from plugins.collecting import contributions
from plugins.contributions.admin import PageButton


def page_buttons(*, page: Page, user: Any) -> list[Button]:
    """Those for ``user`` on ``page``; a button that cannot be made is left out and told."""
    offered = contributions("page_buttons")
    district = _district_of(page) if offered and page.pk is not None else None
    if district is None:
        return []
    active = active_plugins(district)
    found = [
        _button(given, page.pk) for given in offered if given.plugin in active and _concerns(given, user, district)
    ]
    return [button for button in found if button is not None]


def _district_of(page: Page) -> int | None:
    """Key of the district of content, a column or a section; homes and strange pages have none."""
    specific = page.specific_deferred
    if isinstance(specific, Section):
        return specific.unit.district_id
    return specific.district_id if isinstance(specific, Column | DisclosurePage) else None


def _concerns(given: Given[PageButton], user: Any, district: int) -> bool:
    roles = given.answer.roles
    works_there = districts_of(user, roles).filter(pk=district).exists()
    return works_there or units_of(user, roles).filter(district=district).exists()


def _button(given: Given[PageButton], key: int) -> Button | None:
    button = given.answer
    make = partial(_made, f"{given.plugin}-admin:{button.url_name}", button, key)
    return ask(given.plugin, f"page_buttons.{button.url_name}", make, check=as_it_is)


def _made(name: str, button: PageButton, key: int) -> Button:
    return Button(str(button.label), url=reverse(name, args=[key]), icon_name=button.icon, priority=button.order)
