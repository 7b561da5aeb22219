"""Elements from the province's platform: fetch, look at what would change, take."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from plugins.api import AdminScreen
from plugins.contrib.item_catalogue.enums import Column
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.forms import OwnerForm
from plugins.contrib.item_catalogue.models import ElementSource, Field, PlatformCopy
from plugins.contrib.item_catalogue.owning import columns_of
from plugins.contrib.item_catalogue.platform.fetching import fetch_elements
from plugins.contrib.item_catalogue.platform.taking import PlatformPlan, plan_elements, take_elements
from plugins.contrib.item_catalogue.views.owners import ROLES, owners_of

#: Values whose source is shown; the newest.
SHOWN = 100


class PlatformForm(OwnerForm):
    """Whose catalogue of which field."""

    field = forms.ModelChoiceField(
        Field.objects.all(), to_field_name="code", label=gettext_lazy("field of disclosure"), empty_label=None
    )


class PlatformScreen(AdminScreen):
    """``GET`` with ``owner`` and ``field`` shows the differences; ``POST`` with ``act`` fetches or takes."""

    template_name = "gongkai_items/living/platform.html"
    page_title = gettext_lazy("Elements from the platform")
    header_icon = "download"
    roles = ROLES

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = PlatformForm(self.request.GET or None, owners=owners_of(self))
        if not form.is_valid():
            return super().get_context_data(form=form, **kwargs)
        owner, field = form.cleaned_data["owner"], form.cleaned_data["field"]
        copy = PlatformCopy.objects.filter(field=field).select_related("field").first()
        plan = self._plan(copy, owner) if copy else None
        return super().get_context_data(
            form=form, is_chosen=True, copy=copy, plan=plan, sources=_sources(owner, plan) if plan else (), **kwargs
        )

    def _plan(self, copy: PlatformCopy, owner: Any) -> PlatformPlan | None:
        """What would change; a copy that cannot be read is told, and is fetched again from the same screen."""
        try:
            return plan_elements(copy=copy, owner=owner)
        except ItemsRefused as error:
            messages.error(self.request, str(error))
            return None

    def post(self, request: HttpRequest) -> HttpResponse:
        form = PlatformForm(request.GET, owners=owners_of(self))
        if not form.is_valid():
            messages.error(request, _("Choose a catalogue first."))
            return redirect("item-catalogue-admin:platform")
        try:
            messages.success(request, self._act(**form.cleaned_data))
        except ItemsRefused as error:
            messages.error(request, str(error))
        return redirect(request.get_full_path())

    def _act(self, *, owner: Any, field: Field) -> str:
        if self.request.POST.get("act") != "take":
            fetched = fetch_elements(field=field, user=self.request.user)
            return (
                _("The platform's answer is fetched.") if fetched.is_changed else _("Nothing is new on the platform.")
            )
        copy = PlatformCopy.objects.filter(field=field).select_related("field").first()
        if copy is None:
            raise ItemsRefused(_("Nothing was fetched yet; fetch first."))
        plan = take_elements(copy=copy, owner=owner, seen=self.request.POST.get("seen", ""), user=self.request.user)
        return _("%(number)d items have elements of the platform now, in the draft.") % {"number": len(plan.changed)}


def _sources(owner: Any, plan: PlatformPlan) -> list[tuple[str, ElementSource, bool]]:
    """Name of the item, source of an element, and whether the element still says what was taken; the newest first."""
    entries = {record.identity: record.entry for record in plan.records}
    found = ElementSource.objects.filter(**columns_of(owner), identity__in=entries).select_related("taken_by")
    return [
        (entries[one.identity].name, one, entries[one.identity].words(Column(one.column)) == one.value)
        for one in found.order_by("-taken_at", "column")[:SHOWN]
    ]
