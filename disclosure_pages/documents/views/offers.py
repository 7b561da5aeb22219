"""What the text of a draft states: the editor chooses what to take over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from disclosure_pages.clearance.views.found import signed_in
from disclosure_pages.documents.domain.offers import Offer, OfferState, offers_of
from disclosure_pages.documents.domain.taking_over import may_take_over, take_over
from disclosure_pages.documents.exceptions import DraftLocked, OffersGone
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.documents.offer_form import TakeOverForm
from disclosure_pages.documents.offer_words import OfferWords, words_of


@dataclass(frozen=True, kw_only=True)
class OfferRow:
    """An offer with its words, and the field that belongs to it."""

    offer: Offer
    words: OfferWords
    day: forms.BoundField | None = None
    is_ticked: bool = False


class OffersView(WagtailAdminTemplateMixin, FormView):
    """For whoever may edit the page; everybody else gets 404."""

    template_name = "gongkai_documents/offers.html"
    form_class = TakeOverForm
    page_title = gettext_lazy("Found in the text")
    header_icon = "tasks"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Answer 404 before anything else happens."""
        super().setup(request, *args, **kwargs)
        self.page: PolicyDocument = get_object_or_404(PolicyDocument, pk=kwargs["page_id"])
        if not may_take_over(page=self.page, user=signed_in(request)):
            raise Http404
        self.edit_url = reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    def get_page_subtitle(self) -> str:
        return str(self.page.draft_title)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        edit = {"url": self.edit_url, "label": self.page.draft_title}
        return [*self.breadcrumbs_items, edit, {"url": "", "label": self.page_title}]

    @cached_property
    def offers(self) -> list[Offer]:
        """All that the latest draft says."""
        return offers_of(self.page.get_latest_revision_as_object())

    @property
    def lock_message(self) -> Any:
        """Why nobody may change the draft now; empty when one may."""
        user = signed_in(self.request)
        lock = self.page.get_lock()
        return lock.get_message(user) if lock is not None and lock.for_user(user) else ""

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "offers": self.offers}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        rows = [self._row(offer, context["form"]) for offer in self.offers]
        return {
            **context,
            "groups": {state.value: [row for row in rows if row.offer.state == state] for state in OfferState},
            "edit_url": self.edit_url,
            "lock_message": self.lock_message,
        }

    def _row(self, offer: Offer, form: TakeOverForm) -> OfferRow:
        ticked = form.data.getlist("take") if form.is_bound else ()  # type: ignore[attr-defined]
        return OfferRow(offer=offer, words=words_of(offer), day=form.day_field(offer), is_ticked=offer.key in ticked)

    def form_valid(self, form: TakeOverForm) -> HttpResponse:
        """Take over; whatever stands against it comes back with everything that was ticked."""
        keys, user = form.cleaned_data["take"], signed_in(self.request)
        try:
            take_over(page=self.page, user=user, keys=keys, days=form.days)
        except (OffersGone, DraftLocked) as error:
            form.add_error(None, str(error))
            return self._refuse(form, 409)
        except ValidationError as error:
            for message in error.messages:
                form.add_error(None, message)
            return self._refuse(form, 400)
        text = ngettext(
            "%(count)d statement was taken over into the draft. Look through it before you hand it in.",
            "%(count)d statements were taken over into the draft. Look through it before you hand it in.",
            len(keys),
        )
        messages.success(self.request, text % {"count": len(keys)})
        return redirect(self.edit_url)

    def form_invalid(self, form: TakeOverForm) -> HttpResponse:
        return self._refuse(form, 400)

    def _refuse(self, form: TakeOverForm, status: int) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=status)
