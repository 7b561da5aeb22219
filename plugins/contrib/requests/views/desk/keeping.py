"""For how long a district keeps personal data: for its disclosure office."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from plugins.api import District
from plugins.contrib.requests.domain.erasing import cases_to_erase, keep_rule, rule_of
from plugins.contrib.requests.models import RetentionRule
from plugins.contrib.requests.process.transitions import OFFICE

from .base import SPACE, DeskScreen


class RuleForm(forms.ModelForm):
    """The years, and whether they are settled."""

    class Meta:
        model = RetentionRule
        fields = ("years", "is_confirmed")
        help_texts = {"is_confirmed": gettext_lazy("Nothing is erased before the number is confirmed.")}


class KeepingScreen(DeskScreen):
    """A form for each district of the person, with what it would erase today."""

    template_name = "gongkai_requests/desk/keeping.html"
    roles = OFFICE
    page_title = gettext_lazy("Keeping of personal data")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        bound: dict[int, RuleForm] = kwargs.pop("bound", {})
        today = timezone.localdate()
        rows = [
            (one, bound.get(one.pk) or self._form(one), cases_to_erase(one, today=today).count())
            for one in self.districts
        ]
        return super().get_context_data(rows=rows, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = next((one for one in self.districts if one.slug == request.POST.get("district")), None)
        if asked is None:
            raise Http404
        form = self._form(asked, request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(bound={asked.pk: form}))
        keep_rule(district=asked, user=request.user, **form.cleaned_data)
        messages.success(request, _("The rule of “%(district)s” is kept.") % {"district": asked})
        return redirect(f"{SPACE}:keeping")

    def _form(self, district: District, data: Any = None) -> RuleForm:
        return RuleForm(data, instance=rule_of(district), auto_id=f"id_{district.pk}_%s")
