"""Acts on a round as screens: conclude, take back, cancel, undo."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.rounds.domain.concluding import conclude_round, take_back_result
from disclosure_pages.rounds.domain.lifting import decided_relations, undo_round
from disclosure_pages.rounds.domain.preparing import cancel_round
from disclosure_pages.rounds.domain.previewing import ForceChange, changes_of_force
from disclosure_pages.rounds.domain.result import result_items, result_lists
from disclosure_pages.rounds.enums import RoundState
from disclosure_pages.rounds.forms.acts import DatedForm, ReasonForm
from disclosure_pages.rounds.forms.rounds import ConcludeForm

from .base import FormScreen, OfficeRoundView


class RoundActView(FormScreen, OfficeRoundView):
    """One act on one round: what will happen, why, and a deliberate yes."""

    template_name = "gongkai_rounds/act.html"
    form_class: type[Any] = ReasonForm
    explanation: ClassVar[Any]
    said: ClassVar[Any]
    is_serious: ClassVar[bool] = True

    def done(self, result: Any) -> HttpResponse:
        messages.success(self.request, self.said)
        return redirect(self.url("round"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(back_url=self.url("round"), **kwargs)


class CancelView(RoundActView):
    page_title = gettext_lazy("Cancel review round")
    explanation = gettext_lazy("The units are not asked any more, and nothing changes in law. The round stays listed.")
    said = gettext_lazy("The review round was cancelled.")

    def act(self, form: ReasonForm) -> None:
        cancel_round(review_round=self.review_round, user=self.person, **form.arguments())


class TakeBackView(RoundActView):
    page_title = gettext_lazy("Take back the result")
    explanation = gettext_lazy(
        "The draft of the result document is deleted, and reviews of it end. Decisions can be returned again, and the "
        "round can be concluded anew."
    )
    said = gettext_lazy("The result was taken back.")

    def act(self, form: ReasonForm) -> None:
        take_back_result(review_round=self.review_round, user=self.person, **form.arguments())


class ConcludeView(RoundActView):
    """The draft of the result document."""

    page_title = gettext_lazy("Conclude review round")
    template_name = "gongkai_rounds/conclude.html"
    form_class = ConcludeForm
    is_serious = False
    explanation = gettext_lazy(
        "The decisions become a draft with the result lists. It passes the ordinary reviews; when it is published, the "
        "repeals and expiries take effect with it."
    )
    said = gettext_lazy("The result document is drafted. Its unit finishes and submits it.")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "district": self.review_round.district, "page_type": PolicyDocument}

    def get_initial(self) -> dict[str, Any]:
        return {
            "title": _("Decision on the result of the review round “%(title)s”") % {"title": self.review_round.title}
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lists = result_lists(result_items(review_round=self.review_round))
        return super().get_context_data(results=lists, **kwargs)

    def act(self, form: ConcludeForm) -> PolicyDocument:
        return conclude_round(review_round=self.review_round, user=self.person, **form.cleaned_data)


class PreviewedView(FormScreen):
    """A dated act that shows what it changes in legal force; “show” looks again without doing anything."""

    template_name = "gongkai_rounds/dated_act.html"
    form_class: type[Any] = DatedForm

    def changes(self, day: Any) -> list[ForceChange]:
        """What would change if the act had effect from ``day`` on."""
        raise NotImplementedError

    def form_valid(self, form: DatedForm) -> HttpResponse:
        if "preview" in self.request.POST:
            return self.render_to_response(self.get_context_data(form=form))
        return super().form_valid(form)

    def form_invalid(self, form: DatedForm, status: int = 400) -> HttpResponse:
        if "preview" in self.request.POST:
            form.errors.clear()
            status = 200
        return super().form_invalid(form, status)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        day = context["form"].day
        return {**context, "day": day, "changes": self.changes(day)}


class UndoView(PreviewedView, RoundActView):
    """Take back what the round decided, by a new dated act."""

    page_title = gettext_lazy("Undo review round")
    explanation = gettext_lazy(
        "From the day on, the repeals and expiries that this round decided have no effect any more. Nothing is "
        "deleted: that they had effect until then stays on record, and the result document stays public."
    )
    said = gettext_lazy("What the round decided was lifted.")

    @cached_property
    def lifted(self) -> list[Any]:
        """Relations that would be lifted."""
        return decided_relations(review_round=self.review_round)

    def changes(self, day: Any) -> list[ForceChange]:
        if self.review_round.state != RoundState.PUBLISHED:
            return []
        return changes_of_force(lifted={relation.pk: day for relation in self.lifted})

    def act(self, form: DatedForm) -> int:
        return undo_round(review_round=self.review_round, user=self.person, **form.arguments())
