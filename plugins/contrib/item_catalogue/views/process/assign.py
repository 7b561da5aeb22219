"""The city gives fields to districts, and moves days."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from plugins.api import District, Role, people_with_role
from plugins.contrib.item_catalogue.domain.process.assigning import (
    DueDays,
    assign_field,
    change_deadlines,
    due_days_of,
)
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.models import Assignment, Field
from plugins.contrib.item_catalogue.process.transitions import CITY

from .base import SPACE, AssignmentScreen, ProcessScreen

DAY = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})  # the browser's own: nothing opens over the buttons
DAYS = ("draft_due", "audit_due", "adapt_due", "publish_due")


def auditors_of(districts: Iterable[District]) -> Any:
    """The auditors of the cities in which these districts are."""
    people = get_user_model().objects.none()
    for city in {district.city for district in districts}:
        people = people | people_with_role(Role.CITY_AUDITOR, city=city)
    return people.distinct()


class DaysForm(forms.Form):
    """The last day of each step, and who audits."""

    draft_due = forms.DateField(label=gettext_lazy("drafted and submitted by"), widget=DAY)
    audit_due = forms.DateField(label=gettext_lazy("audited by"), widget=DAY)
    adapt_due = forms.DateField(label=gettext_lazy("adapted by"), widget=DAY)
    publish_due = forms.DateField(label=gettext_lazy("published by"), widget=DAY)
    auditors = forms.ModelMultipleChoiceField(
        get_user_model().objects.none(),
        label=gettext_lazy("auditors of the field"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=gettext_lazy("Nobody chosen: every auditor of the city audits."),
    )

    def __init__(self, *args: Any, districts: Iterable[District], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_from(self, "auditors", auditors_of(districts))

    @property
    def due(self) -> DueDays:
        return DueDays(**{name: self.cleaned_data[name] for name in DAYS})

    def clean(self) -> dict[str, Any]:
        super().clean()
        if all(self.cleaned_data.get(name) for name in DAYS):
            try:
                self.due.check()
            except ItemsRefused as error:
                self.add_error("publish_due", str(error))
        return self.cleaned_data


class AssignForm(DaysForm):
    """Which field, and which districts."""

    field = forms.ModelChoiceField(Field.objects.all(), label=gettext_lazy("field of disclosure"))
    districts = forms.ModelMultipleChoiceField(
        District.objects.none(), label=gettext_lazy("districts"), widget=forms.CheckboxSelectMultiple
    )
    field_order = ("field", "districts")

    def __init__(self, *args: Any, districts: Iterable[District], **kwargs: Any) -> None:
        super().__init__(*args, districts=districts, **kwargs)
        _choose_from(self, "districts", District.objects.filter(pk__in=[one.pk for one in districts]))


def _choose_from(form: forms.Form, name: str, rows: Any) -> None:
    field: Any = form.fields[name]
    field.queryset = rows


class AssignScreen(ProcessScreen):
    """One field for several districts at once."""

    roles = CITY
    page_title = gettext_lazy("Assign a field")
    template_name = "gongkai_items/process/form.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        field = Field.objects.filter(code=self.request.GET.get("field", "")).first()
        chosen = [one.pk for one in self.districts if one.slug == self.request.GET.get("district")]
        kwargs.setdefault("form", AssignForm(initial={"field": field, "districts": chosen}, districts=self.districts))
        return super().get_context_data(act=_("Assign"), **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        form = AssignForm(request.POST, districts=self.districts)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        assigned = sum(self._assign(form, district) for district in form.cleaned_data["districts"])
        if assigned:
            words = {"field": form.cleaned_data["field"], "number": assigned}
            messages.success(request, _("“%(field)s” is assigned to %(number)d districts.") % words)
        return redirect(f"{SPACE}:board")

    def _assign(self, form: AssignForm, district: District) -> bool:
        """One district; a refusal is told and stops no other."""
        given = {name: form.cleaned_data[name] for name in ("field", "auditors")}
        try:
            assign_field(district=district, due=form.due, user=self.request.user, **given)
        except ItemsRefused as error:
            messages.error(self.request, str(error))
            return False
        return True


class DeadlinesScreen(AssignmentScreen):
    """The days of one assignment, for every auditor of the city: whoever is named may have left."""

    roles = CITY
    page_title = gettext_lazy("Deadlines and auditors")
    template_name = "gongkai_items/process/form.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if "form" not in kwargs:
            kwargs["form"] = DaysForm(initial=_initial(self.assignment), districts=[self.assignment.district])
        return super().get_context_data(act=_("Save"), **kwargs)

    def post(self, request: HttpRequest, key: int) -> HttpResponse:
        form = DaysForm(request.POST, districts=[self.assignment.district])
        if not form.is_valid() or not self.attempt(lambda: self._change(form)):
            return self.render_to_response(self.get_context_data(form=form))
        return redirect(self.assignment_url)

    def _change(self, form: DaysForm) -> str:
        auditors = form.cleaned_data["auditors"]
        change_deadlines(assignment=self.assignment, due=form.due, auditors=auditors, user=self.request.user)
        return _("The deadlines are changed.")


def _initial(assignment: Assignment) -> dict[str, Any]:
    due = due_days_of(assignment)
    return {**{name: getattr(due, name) for name in DAYS}, "auditors": assignment.auditors.all()}
