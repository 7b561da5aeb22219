"""A field of a district: its items, where each is, and acts on several at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from wagtail.admin import messages

from plugins.api import districts_of
from plugins.contrib.item_catalogue.domain.keeping import record_of
from plugins.contrib.item_catalogue.domain.process.acting import MOVES, Outcome, perform
from plugins.contrib.item_catalogue.domain.process.holding import digest_of, state_of
from plugins.contrib.item_catalogue.domain.process.progress import standings_of
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Assignment, Item
from plugins.contrib.item_catalogue.process.states import Act, Answer, ItemState, Step
from plugins.contrib.item_catalogue.process.transitions import CITY, possible_acts

from .assign import DAYS, DaysForm
from .base import AssignmentScreen

#: Acts on several items, in the order of their buttons.
BATCH = (Act.SUBMIT, Act.TAKE_BACK, Act.ACCEPT, Act.RETURN)


class FieldScreen(AssignmentScreen):
    """The items, narrowed to a state (``?state=submitted``)."""

    template_name = "gongkai_items/process/field.html"

    def get_page_title(self) -> str:
        return str(self.assignment.field)

    def get_page_subtitle(self) -> str:
        return str(self.assignment.district)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        (standing,) = standings_of(Assignment.objects.filter(pk=self.assignment.pk), today=timezone.localdate())
        asked = self.request.GET.get("state", "")
        rows = self._rows()
        context = {
            "standing": standing,
            "rows": [row for row in rows if asked in ("", row["state"])],
            "asked": asked if asked in ItemState.values else "",
            "batch": [act for act in BATCH if any(act in row["acts"] for row in rows)],
            "days": self._days(),
            "may_write": self.may(Act.SUBMIT) and not self.assignment.published_at,
            "may_move_days": self._is_of_the_city() and not self.assignment.published_at,
            "is_to_settle": Step.ADOPT in standing.steps and self.may(Act.ADOPT),
            "is_to_publish": Step.PUBLISH in standing.steps and self.may(Act.PUBLISH),
            "today": timezone.localdate().isoformat(),
        }
        return super().get_context_data(assignment=self.assignment, **context, **kwargs)

    def _is_of_the_city(self) -> bool:
        own = districts_of(self.request.user, CITY)
        return own.filter(pk=self.assignment.district_id).exists()

    def _rows(self) -> list[dict[str, Any]]:
        items = self.actor.items_of(self.assignment).with_details().select_related("progress", "unit")
        return [self._row(item) for item in items.prefetch_related("suggestions", "comments")]

    def _row(self, item: Item) -> dict[str, Any]:
        state = state_of(self.assignment, item)
        return {
            "item": item,
            "state": state,
            "reason": getattr(getattr(item, "progress", None), "reason", ""),
            "acts": possible_acts(state, self.actor.roles_at(item)),
            "digest": digest_of(record_of(item).entry),
            "suggestions": sum(one.answer == Answer.OPEN for one in item.suggestions.all()),
            "comments": len(item.comments.all()),
        }

    def _days(self) -> list[tuple[Any, Any]]:
        return [(DaysForm.base_fields[name].label, getattr(self.assignment, name)) for name in DAYS]


class ActView(AssignmentScreen):
    """``POST`` ``act`` and ``item`` (identity:digest), any number of these; ``reason`` for a return."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, key: int) -> HttpResponse:
        act = next((one for one in MOVES if one == request.POST.get("act")), None)
        if act is None or not self.may(act):
            raise Http404
        seen = self._seen()
        if not seen:
            messages.warning(request, _("Tick the items first."))
            return redirect(self._back())
        reason = request.POST.get("reason", "")
        try:
            outcome = perform(assignment=self.assignment, act=act, seen=seen, reason=reason, user=request.user)
        except ItemsRefused as error:
            messages.error(request, str(error))
        else:
            self._tell(act, outcome)
        return redirect(self._back())

    def _seen(self) -> Mapping[UUID, str]:
        own = {str(key) for key in self.actor.items_of(self.assignment).values_list("identity", flat=True)}
        pairs = (value.partition(":") for value in self.request.POST.getlist("item"))
        return {UUID(identity): digest for identity, _colon, digest in pairs if identity in own}

    def _tell(self, act: Act, outcome: Outcome) -> None:
        if outcome.done:
            words = {"act": act.label, "number": len(outcome.done)}
            messages.success(self.request, _("%(act)s: %(number)d items.") % words)
        for name, why in outcome.refused:
            messages.error(self.request, f"{name}: {why}")

    def _back(self) -> str:
        asked: str = self.request.POST.get("next", "")
        is_ours = url_has_allowed_host_and_scheme(asked, allowed_hosts={self.request.get_host()})
        return asked if is_ours else self.assignment_url
