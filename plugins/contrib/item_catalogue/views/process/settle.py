"""The city fixes the common elements of a field and hands them to its districts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.contrib.item_catalogue.domain.process.settling import cohort_of, not_accepted, settle_common_elements
from plugins.contrib.item_catalogue.enums import ELEMENTS, Column
from plugins.contrib.item_catalogue.process.states import Act
from plugins.contrib.item_catalogue.process.transitions import CITY

from .assign import DAY
from .base import AssignmentScreen


class SettleForm(forms.Form):
    """Which columns are common, and from which day the city's version holds."""

    columns = forms.TypedMultipleChoiceField(
        label=gettext_lazy("common elements"),
        choices=[(column.value, column.label) for column in ELEMENTS],
        coerce=Column,
        initial=[Column.CONTENT.value, Column.BASIS.value, Column.LIMIT.value],
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Every other column is an individual element of each district."),
    )
    effective_from = forms.DateField(label=gettext_lazy("in effect from"), widget=DAY)


class SettleScreen(AssignmentScreen):
    """Common elements of the field, from the accepted items of this district."""

    template_name = "gongkai_items/process/settle.html"
    roles = CITY
    needed = Act.ADOPT
    page_title = gettext_lazy("Common elements of the field")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        cohort = cohort_of(self.assignment)
        kwargs.setdefault("form", SettleForm(initial={"effective_from": timezone.localdate()}))
        waiting = not_accepted(cohort)
        return super().get_context_data(assignment=self.assignment, cohort=cohort, waiting=waiting, **kwargs)

    def post(self, request: HttpRequest, key: int) -> HttpResponse:
        form = SettleForm(request.POST)
        if not form.is_valid() or not self.attempt(lambda: self._settle(form)):
            return self.render_to_response(self.get_context_data(form=form))
        return redirect(self.assignment_url)

    def _settle(self, form: SettleForm) -> str:
        adopted = settle_common_elements(assignment=self.assignment, user=self.request.user, **form.cleaned_data)
        return _("The common elements are fixed; %(number)d districts adapt their own now.") % {"number": len(adopted)}
