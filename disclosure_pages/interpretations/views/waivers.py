"""Waive the interpretation of a document, or take that back: acts of the disclosure office."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disclosure_pages.clearance.domain.acts import may_act_as_office
from disclosure_pages.clearance.domain.reviewing import people_involved
from disclosure_pages.clearance.views.acts import ActView
from disclosure_pages.clearance.views.found import signed_in
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.interpretations.domain.needing import needs_interpretation
from disclosure_pages.interpretations.domain.waiving import lift_waiver, waive_interpretation
from disclosure_pages.interpretations.models import InterpretationDays


class DocumentActView(ActView):
    """An act on one document, for the disclosure office of its district."""

    header_icon = "clipboard-list"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Answer 404 before anything else happens."""
        super(ActView, self).setup(request, *args, **kwargs)
        self.page = get_object_or_404(PolicyDocument, pk=kwargs["page_id"])
        if not may_act_as_office(page=self.page, user=signed_in(request)):
            raise Http404

    @property
    def is_waived(self) -> bool:
        """Whether a waiver is in effect."""
        return bool(self.page.interpretation_waivers.in_effect().exists())


class WaiveView(DocumentActView):
    perform = waive_interpretation
    page_title = gettext_lazy("Waive the interpretation")
    explanation = gettext_lazy(
        "The document may be public without an interpretation. The waiver is listed with your name and your reason."
    )
    done = gettext_lazy("“%(title)s” may be public without an interpretation.")

    @property
    def refusal(self) -> str:
        """Why nothing can be waived here."""
        if self.is_waived:
            return _("There is a waiver for this document already.")
        draft = self.page.get_latest_revision_as_object()
        if not needs_interpretation(draft, days=InterpretationDays.load(self.request)):
            return _("This document needs no interpretation.")
        if self.request.user.pk in people_involved(self.page):
            return _("Four eyes: nobody waives what belongs to a document that they wrote or submitted.")
        return ""


class LiftView(DocumentActView):
    perform = lift_waiver
    page_title = gettext_lazy("Lift the waiver")
    explanation = gettext_lazy(
        "The document needs an interpretation again. The waiver stays in the list, with your name beside it."
    )
    done = gettext_lazy("“%(title)s” needs an interpretation again.")

    @property
    def refusal(self) -> str:
        """Why there is nothing to lift."""
        return "" if self.is_waived else _("There is no waiver for this document any more.")
