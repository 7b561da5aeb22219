"""Documents whose term ends soon, each with a way to begin what follows."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from cms.people.domain.roles import units_of
from cms.people.enums import Role
from disclosure_pages.documents.force.enums import RelationKind
from disclosure_pages.documents.models import LegalRecord
from disclosure_pages.rounds.domain.expiring import as_expiring, begin_follow_up, expiring_in_view_of
from disclosure_pages.rounds.exceptions import RoundRefused
from disclosure_pages.rounds.models import ExpiryDays
from disclosure_pages.rounds.rules import OFFICE_ROLES
from disclosure_pages.tree.querysets import UNIT_ROLES

from .base import RoundsView, say_refusal

EXPIRING_ROLES: tuple[str, ...] = (*OFFICE_ROLES, *UNIT_ROLES)


class ExpiringView(RoundsView):
    """The list, soonest first."""

    roles = EXPIRING_ROLES
    page_title = _("Documents whose term ends")
    header_icon = "history"
    template_name = "gongkai_rounds/expiring.html"
    index_url_name = "gongkai_rounds:expiring"
    index_label = _("Documents whose term ends")

    def get(self, request: HttpRequest) -> HttpResponse:
        today, days = timezone.localdate(), ExpiryDays.load(request)
        periods = expiring_in_view_of(self.person, on=today, days=days)
        return self.answer(
            rows=as_expiring(periods, on=today, days=days), days=days, writing_units=writing_units(self.person)
        )


class FollowUpView(RoundsView):
    """Begin a draft that extends or repeals a document, and go on in the editor."""

    roles = (Role.EDITOR,)
    http_method_names = ["post"]

    def post(self, request: HttpRequest, record_id: int) -> HttpResponse:
        mine = LegalRecord.objects.public().filter(unit__in=writing_units(self.person))
        record = get_object_or_404(mine.select_related("page"), pk=record_id)
        kind = request.POST.get("kind", "")
        if kind not in {RelationKind.EXTENDS, RelationKind.REPEALS}:
            raise Http404
        try:
            page = begin_follow_up(record=record, user=self.person, kind=kind)
        except RoundRefused as error:
            say_refusal(request, error)
            return redirect("gongkai_rounds:expiring")
        messages.success(request, _("The draft is begun; the relation is filled in already."))
        return redirect("wagtailadmin_pages:edit", page.pk)


def writing_units(user: Any) -> set[int]:
    """Keys of the units for which ``user`` writes."""
    return set(units_of(user, [Role.EDITOR]).values_list("pk", flat=True))
