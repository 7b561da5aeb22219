"""The catalogue of documents on request in the admin: confirm entries, take them off, show the catalogue or not."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from cms.people.domain.roles import districts_of
from cms.tenancy.models import District
from disclosure_pages.rounds.domain.cataloguing import choose_catalogue, confirm_entry, take_off
from disclosure_pages.rounds.forms.catalogue import EntryForm, TakeOffForm
from disclosure_pages.rounds.models import CatalogueEntry
from disclosure_pages.rounds.rules import CAMPAIGN_ROLES, SECRECY_ROLES

from .base import FormScreen, RoundsView


class CatalogueView(RoundsView):
    """Entries of the person's districts, those that wait first; the disclosure office says whether they are shown."""

    roles = SECRECY_ROLES
    page_title: Any = gettext_lazy("Catalogue of documents on request")
    header_icon = "list-ol"
    index_url_name = "gongkai_rounds:catalogue"
    index_label = gettext_lazy("Catalogue of documents on request")
    template_name = "gongkai_rounds/catalogue.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        entries = CatalogueEntry.objects.kept_by(self.person).select_related("unit", "confirmed_by")
        districts = districts_of(self.person, SECRECY_ROLES).select_related("catalogue_choice")
        choosing = set(districts_of(self.person, CAMPAIGN_ROLES).values_list("pk", flat=True))
        return self.answer(
            waiting=entries.unconfirmed(),
            confirmed=entries.filter(confirmed_at__isnull=False),
            choices=[(district, _is_shown(district), district.pk in choosing) for district in districts],
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """Show the catalogue of a district, or show it no more."""
        key = request.POST.get("district", "")
        mine = districts_of(self.person, CAMPAIGN_ROLES)
        district = get_object_or_404(mine, pk=key if key.isdecimal() else 0)
        is_shown = request.POST.get("is_shown") == "yes"
        choose_catalogue(district=district, user=self.person, is_shown=is_shown)
        messages.success(request, _("The catalogue is shown.") if is_shown else _("The catalogue is not shown."))
        return redirect("gongkai_rounds:catalogue")


def _is_shown(district: District) -> bool:
    choice = getattr(district, "catalogue_choice", None)
    return choice is not None and choice.is_shown


class EntryView(FormScreen, CatalogueView):
    """What the public may read of one document, to confirm; or to take off."""

    page_title = gettext_lazy("Catalogue entry")
    template_name = "gongkai_rounds/catalogue_entry.html"
    form_class = EntryForm

    @cached_property
    def entry(self) -> CatalogueEntry:
        """The entry that the address names, if the person keeps it."""
        entries = CatalogueEntry.objects.kept_by(self.person).select_related("district", "unit", "page")
        found: CatalogueEntry = get_object_or_404(entries, pk=self.kwargs["entry_id"])
        return found

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Look at the right before anything else."""
        _allowed = self.entry
        return super().dispatch(*args, **kwargs)

    def get_form_kwargs(self) -> dict[str, Any]:
        # A copy: a form writes into its instance while it validates, also what is refused.
        fresh = CatalogueEntry.objects.get(pk=self.entry.pk)
        return {**super().get_form_kwargs(), "instance": fresh}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self._take_off() if "take_off" in request.POST else FormScreen.post(self, request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("off_form", TakeOffForm())
        return super().get_context_data(entry=self.entry, **kwargs)

    def act(self, form: EntryForm) -> None:
        confirm_entry(entry=self.entry, user=self.person, **form.cleaned_data)

    def done(self, result: Any) -> HttpResponse:
        messages.success(self.request, _("The entry is confirmed."))
        return redirect("gongkai_rounds:catalogue")

    def _take_off(self) -> HttpResponse:
        off_form = TakeOffForm(self.request.POST)
        if not off_form.is_valid():
            form = EntryForm(instance=self.entry)
            return self.render_to_response(self.get_context_data(form=form, off_form=off_form), status=400)
        take_off(entry=self.entry, user=self.person, reason=off_form.cleaned_data["off_reason"])
        messages.success(self.request, _("The entry was taken off the catalogue."))
        return redirect("gongkai_rounds:catalogue")
