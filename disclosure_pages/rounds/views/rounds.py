"""Rounds: the list, a new one, choosing documents, how far they are."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from cms.people.domain.roles import districts_of
from cms.people.enums import Role
from disclosure_pages.rounds.domain.preparing import create_round, open_round
from disclosure_pages.rounds.domain.progress import progress_of
from disclosure_pages.rounds.domain.result import result_items, result_lists
from disclosure_pages.rounds.domain.selecting import add_documents, leave_out, preview_selection
from disclosure_pages.rounds.enums import Proposal, RoundState
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.rounds.forms.rounds import RoundForm, SelectionForm
from disclosure_pages.rounds.models import ReviewRound
from disclosure_pages.rounds.rules import CANCELLABLE, OFFICE_ROLES, WORKING
from disclosure_pages.rounds.sheets import result_sheet
from disclosure_pages.tree.querysets import UNIT_ROLES

from .base import FormScreen, OfficeRoundView, RoundsView, RoundView, say_refusal, workbook

ROUND_ROLES: tuple[str, ...] = (*OFFICE_ROLES, *UNIT_ROLES, Role.CITY_AUDITOR)


class IndexView(RoundsView):
    """Rounds that the person may look at, the newest first."""

    roles = ROUND_ROLES
    template_name = "gongkai_rounds/index.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        rounds = ReviewRound.objects.visible_to(self.person).select_related("district")
        counted = rounds.annotate(total=Count("items"), approved=Count("items__approved_at"))
        return self.answer(rounds=counted, may_begin=districts_of(self.person, OFFICE_ROLES).exists())


class CreateView(FormScreen, RoundsView):
    """Begin a round."""

    roles = OFFICE_ROLES
    page_title = gettext_lazy("New review round")
    template_name = "gongkai_rounds/form.html"
    form_class = RoundForm

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "districts": districts_of(self.person, OFFICE_ROLES)}

    def act(self, form: RoundForm) -> ReviewRound:
        return create_round(user=self.person, **form.cleaned_data)

    def done(self, result: ReviewRound) -> HttpResponse:
        return redirect("gongkai_rounds:select", result.pk)


class OverviewView(RoundView):
    """State, progress by unit, and what can be done next; the result lists once there are some."""

    template_name = "gongkai_rounds/round.html"

    def get_page_title(self) -> str:
        return self.review_round.title

    def get(self, request: HttpRequest, round_id: int) -> HttpResponse:
        review_round = self.review_round
        has_result = review_round.state not in CANCELLABLE and review_round.state != RoundState.CANCELLED
        counts = review_round.items.counts()
        mine = review_round.units.visible_to(self.person).values_list("pk", flat=True)
        return self.answer(
            progress=progress_of(review_round=review_round),
            counts=counts,
            by_proposal=[(label, counts[value]) for value, label in Proposal.choices],
            results=result_lists(result_items(review_round=review_round)) if has_result else [],
            open_parts=set(mine),
            is_working=review_round.state in WORKING,
            can_cancel=review_round.state in CANCELLABLE,
            can_conclude=review_round.state == RoundState.DECIDING and counts["approved"] == counts["total"],
            is_late=review_round.is_overdue(on=timezone.localdate()),
        )


class OpenView(OfficeRoundView):
    """Invite the units."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, round_id: int) -> HttpResponse:
        try:
            number = open_round(review_round=self.review_round, user=self.person)
        except RoundRefused as error:
            say_refusal(request, error)
        else:
            said = ngettext("%(number)d unit was invited.", "%(number)d units were invited.", number)
            messages.success(request, said % {"number": number})
        return redirect(self.url("round"))


class SelectView(OfficeRoundView):
    """Choose documents: narrow, look how many there are, add them; and take units out again."""

    page_title = gettext_lazy("Choose documents")
    template_name = "gongkai_rounds/select.html"

    def get(self, request: HttpRequest, round_id: int) -> HttpResponse:
        form = SelectionForm(request.GET or None, review_round=self.review_round)
        if not form.is_bound:
            return self.show(form)
        if not form.is_valid():
            return self.show(form, status=400)
        today = timezone.localdate()
        preview = preview_selection(review_round=self.review_round, selection=form.selection, on=today)
        return self.show(form, preview=preview)

    def post(self, request: HttpRequest, round_id: int) -> HttpResponse:
        """Add what the form asks for, or leave a unit out."""
        try:
            if "leave_out" in request.POST:
                return self._leave_out(request.POST["leave_out"])
            return self._add(request)
        except RoundRefused as error:
            say_refusal(request, error)
            return redirect(self.url("round"))

    def _add(self, request: HttpRequest) -> HttpResponse:
        form = SelectionForm(request.POST, review_round=self.review_round)
        if not form.is_valid():
            return self.show(form, status=400)
        number = add_documents(
            review_round=self.review_round, user=self.person, selection=form.selection, on=timezone.localdate()
        )
        said = ngettext("%(number)d document was added.", "%(number)d documents were added.", number)
        messages.success(request, said % {"number": number})
        return redirect(self.url("select"))

    def _leave_out(self, key: str) -> HttpResponse:
        part = get_object_or_404(self.review_round.units, pk=key if key.isdecimal() else 0)
        number = leave_out(review_round=self.review_round, user=self.person, unit=part.unit)
        said = ngettext("%(number)d document was left out.", "%(number)d documents were left out.", number)
        messages.success(self.request, said % {"number": number})
        return redirect(self.url("select"))

    def show(self, form: SelectionForm, status: int = 200, **context: Any) -> HttpResponse:
        """The form, what it finds, and what is in the round."""
        progress = progress_of(review_round=self.review_round)
        total = sum(row.total for row in progress)
        return self.answer(status, form=form, progress=progress, total=total, **context)


class ResultSheetView(OfficeRoundView):
    """The result lists as a workbook."""

    def get(self, request: HttpRequest, round_id: int) -> HttpResponse:
        return workbook(result_sheet(review_round=self.review_round), name=f"review-round-{self.review_round.pk}")
