"""The public side's part of the admin."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import FooterLink


@register_snippet
class FooterLinkViewSet(SnippetViewSet):
    """Footer links in the list of snippets."""

    model = FooterLink
    icon = "link"
    menu_label = _("Footer links")
    list_display = ("label", "url", "district", "position")
    list_filter = ("district",)
