"""The editions among the acts that people who answer for public content are offered on a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets import Button

from disclosure_pages.documents.models import PolicyDocument

if TYPE_CHECKING:
    from disclosure_pages.clearance.views.offers import ActingPlaces
    from disclosure_pages.tree.models import DisclosurePage


def editions_offer(page: DisclosurePage, places: ActingPlaces, query: str) -> Any:
    """The button, as soon as the document has been public; the screen says what each person may do there."""
    kind = page.specific_class
    if kind is None or not issubclass(kind, PolicyDocument) or page.first_published_at is None:
        return None
    if not places.may_withdraw_from(page):
        return None
    return Button(_("Editions"), url=reverse("gongkai_editions:list", args=[page.pk]), icon_name="history", priority=81)
