"""What the screens on which people link what they publish to items have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from plugins.api import AdminScreen, Role
from plugins.contrib.item_catalogue.domain.linking import unlink
from plugins.contrib.item_catalogue.exceptions import ItemsRefused

SEEING = frozenset({Role.EDITOR, Role.MODERATOR, Role.DISCLOSURE_OFFICE, Role.CITY_AUDITOR})
LINKING = frozenset({Role.EDITOR, Role.MODERATOR, Role.DISCLOSURE_OFFICE})
#: Rows that a search offers at once.
OFFERED = 50


class ServiceForm(forms.Form):
    """A service at an outside address."""

    title = forms.CharField(max_length=200, label=gettext_lazy("title of the service"))
    url = forms.URLField(max_length=500, assume_scheme="https", label=gettext_lazy("address of the service"))


class SearchForm(forms.Form):
    """Words of what could be linked."""

    q = forms.CharField(required=False, max_length=100, label=gettext_lazy("Words to search for"))

    @property
    def words(self) -> str:
        """The words, or nothing."""
        return " ".join(self.cleaned_data["q"].split()) if self.is_valid() else ""


class LinkScreen(AdminScreen):
    """A screen that shows links and takes acts on them: ``POST`` with ``act`` (``link``, ``service``, ``unlink``)."""

    header_icon = "link"

    def act(self, act: Callable[[], str]) -> HttpResponse:
        """Carry out ``act`` and tell what came of it; the screen is shown again, with the words of the search."""
        try:
            messages.success(self.request, act())
        except ItemsRefused as error:
            messages.error(self.request, str(error))
        return redirect(self.request.get_full_path())

    def take_away(self, links: Any) -> str:
        """Remove the link that the form names, of ``links``."""
        link = links.filter(pk=number_in(self.request.POST.get("link"))).first()
        if link is None:
            raise Http404
        unlink(link=link, user=self.request.user)
        return _("The link is taken away.")

    def said(self, number: int) -> str:
        """How many links are new."""
        told = ngettext("%(number)d link was made.", "%(number)d links were made.", number)
        return told % {"number": number}


def number_in(text: str | None) -> int:
    """A key that a form names; 0, which is nobody's, for anything else."""
    return int(text) if text and text.isdecimal() and len(text) < 19 else 0
