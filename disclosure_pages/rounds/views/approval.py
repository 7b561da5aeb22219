"""Second approval: what the units propose, to approve or return row by row or together."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from disclosure_pages.rounds.domain.approving import approve_items, return_items
from disclosure_pages.rounds.enums import ItemState
from disclosure_pages.rounds.forms.rounds import ApprovalFilterForm
from disclosure_pages.rounds.querysets import APPROVED, RETURNED, UNDECIDED, WAITING
from disclosure_pages.rounds.rules import WORKING

from .base import OfficeRoundView, say_refusal

PAGE_SIZE = 100
CONDITIONS: dict[str, Any] = {
    ItemState.UNDECIDED: UNDECIDED & ~RETURNED,
    ItemState.PROPOSED: WAITING,
    ItemState.RETURNED: RETURNED,
    ItemState.APPROVED: APPROVED,
}


class ApprovalView(OfficeRoundView):
    """The proposals of units that have handed in."""

    page_title = gettext_lazy("Second approval")
    template_name = "gongkai_rounds/approval.html"

    def get(self, request: HttpRequest, round_id: int) -> HttpResponse:
        return self.show()

    def post(self, request: HttpRequest, round_id: int) -> HttpResponse:
        """Approve or return the ticked rows, or approve all that wait under the filter and are somebody else's."""
        keys = [int(key) for key in request.POST.getlist("items") if key.isdecimal() and len(key) < 19]
        try:
            if "return" in request.POST:
                return self._return(keys, request.POST.get("reason", ""))
            if "approve_all" in request.POST:
                waiting = self.items.filter(WAITING).exclude(proposed_by=self.person)
                keys = list(waiting.values_list("pk", flat=True))
            number = approve_items(review_round=self.review_round, user=self.person, items=keys)
        except (PermissionDenied, ValidationError) as error:
            say_refusal(request, error)
            return self.show(status=409, ticked=set(keys), reason=request.POST.get("reason", ""))
        said = ngettext("%(number)d decision was approved.", "%(number)d decisions were approved.", number)
        messages.success(request, said % {"number": number})
        return self._back()

    def _return(self, keys: list[int], reason: str) -> HttpResponse:
        number = return_items(review_round=self.review_round, user=self.person, items=keys, reason=reason)
        said = ngettext("%(number)d decision was returned.", "%(number)d decisions were returned.", number)
        messages.success(self.request, said % {"number": number})
        return self._back()

    def _back(self) -> HttpResponse:
        return redirect(f"{self.url('approval')}?{self.request.GET.urlencode()}")

    @cached_property
    def filter_form(self) -> ApprovalFilterForm:
        """How the list is narrowed."""
        return ApprovalFilterForm(self.request.GET, review_round=self.review_round)

    @cached_property
    def items(self) -> Any:
        """Rows under the filter."""
        ready = self.review_round.units.filter(handed_in_at__isnull=False).values("unit")
        items = self.review_round.items.filter(unit__in=ready)
        if self.filter_form.is_valid():
            asked = self.filter_form.cleaned_data
            items = items.filter(**{name: asked[name] for name in ("unit", "proposal") if asked[name]})
            items = items.filter(CONDITIONS[asked["state"]]) if asked["state"] else items
        rows = items.select_related("record__page", "unit", "proposed_by", "approved_by", "returned_by")
        return rows.order_by("unit__code", "record__formed_on", "pk")

    def show(self, status: int = 200, **context: Any) -> HttpResponse:
        """The list with its counts."""
        return self.answer(
            status,
            filter_form=self.filter_form,
            page=Paginator(self.items, PAGE_SIZE).get_page(self.request.GET.get("p")),
            counts=self.review_round.items.counts(),
            is_working=self.review_round.state in WORKING,
            **context,
        )
