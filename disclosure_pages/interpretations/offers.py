"""The waiver among the acts that the disclosure office is offered on a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets import Button

from disclosure_pages.documents.models import PolicyDocument

if TYPE_CHECKING:
    from disclosure_pages.clearance.views.offers import ActingPlaces
    from disclosure_pages.tree.models import DisclosurePage


def waiver_offer(page: DisclosurePage, places: ActingPlaces, query: str) -> Any:
    """The button for whoever acts for the office; the screen says whether there is anything to waive."""
    kind = page.specific_class
    if kind is None or not issubclass(kind, PolicyDocument) or not places.is_office_of(page):
        return None
    url = reverse("gongkai_interpretations:waive", args=[page.pk]) + query
    return Button(_("Waive the interpretation"), url=url, icon_name="clipboard-list", priority=80)
