"""Days of mourning: declared and taken back."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from themes.domain.mourning import declare_mourning, lift_mourning
from themes.domain.permitting import designed_districts, may_mourn_everywhere
from themes.forms import MourningForm
from themes.models import MourningDays

from .base import ThemesView


class MourningView(ThemesView):
    """The list and the form."""

    page_title = gettext_lazy("Days of mourning")
    template_name = "gongkai_themes/mourning.html"

    @property
    def crumbs(self) -> list[dict[str, Any]]:
        return [{"url": "", "label": self.page_title}]

    @property
    def days(self) -> QuerySet[MourningDays]:
        """Those that the person may take back."""
        mine = Q(district__in=designed_districts(self.person))
        if may_mourn_everywhere(self.person):
            mine |= Q(district=None)
        return MourningDays.objects.filter(mine).select_related("district")

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.answer(days=self.days, form=self._form())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Take back the days named by ``lift``, or declare what stands in the form."""
        key = request.POST.get("lift", "")
        if key:
            return self._lift(key)
        form = self._form(request.POST)
        if not form.is_valid():
            return self.answer(400, days=self.days, form=form)
        declare_mourning(user=self.person, **form.cleaned_data)
        messages.success(request, _("Pages are shown in grey on these days."))
        return redirect("gongkai_themes:mourning")

    def _lift(self, key: str) -> HttpResponse:
        days = get_object_or_404(self.days, pk=int(key) if key.isdecimal() and len(key) < 19 else 0)
        lift_mourning(days=days, user=self.person)
        messages.success(self.request, _("The days of mourning are taken back."))
        return redirect("gongkai_themes:mourning")

    def _form(self, *data: Any) -> MourningForm:
        return MourningForm(
            *data, districts=designed_districts(self.person), may_everywhere=may_mourn_everywhere(self.person)
        )
