"""The catalogues of a district for its own people: which are in effect, which wait, and the act of publishing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Count, F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from plugins.api import AdminScreen, content_type_of
from plugins.contrib.item_catalogue.domain.assembling import sheet_of
from plugins.contrib.item_catalogue.domain.publishing import publish_version
from plugins.contrib.item_catalogue.exceptions import ItemsRefused
from plugins.contrib.item_catalogue.writing import WRITERS

from .owners import ROLES, looked_after_by, seen_by


class PublishForm(forms.Form):
    """From which day a draft holds."""

    effective_from = forms.DateField(label=gettext_lazy("in effect from"))


class CataloguesScreen(AdminScreen):
    """All versions, the newest of each field first."""

    template_name = "gongkai_items/admin.html"
    page_title = gettext_lazy("Item catalogues")
    header_icon = "list-ol"
    roles = ROLES

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versions = seen_by(self).select_related("field", "district", "city")
        found = versions.annotate(total=Count("items")).order_by(
            F("city").asc(nulls_last=True), "district", "field__order", "-version"
        )
        today = timezone.localdate()
        holding = set(versions.in_effect(on=today).values_list("pk", flat=True))
        own = set(looked_after_by(self).values_list("pk", flat=True))
        return super().get_context_data(catalogues=found, holding=holding, own=own, today=today.isoformat(), **kwargs)


class PublishView(AdminScreen):
    """``POST`` with ``effective_from``: publish a draft."""

    http_method_names = ("post",)
    roles = ROLES

    def post(self, request: HttpRequest, key: int) -> HttpResponse:
        catalogue = get_object_or_404(looked_after_by(self), pk=key)
        form = PublishForm(request.POST)
        if not form.is_valid():
            messages.error(request, _("Name the day from which the catalogue holds, as 2026-03-31."))
            return redirect("item-catalogue-admin:catalogues")
        try:
            publish_version(catalogue=catalogue, user=request.user, **form.cleaned_data)
        except ItemsRefused as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("“%(catalogue)s” is published.") % {"catalogue": catalogue})
        return redirect("item-catalogue-admin:catalogues")


class FileView(AdminScreen):
    """Any version as a file, drafts too."""

    roles = ROLES

    def get(self, request: HttpRequest, key: int, file_format: str) -> HttpResponse:
        if file_format not in WRITERS:
            raise Http404
        catalogue = get_object_or_404(seen_by(self), pk=key)
        name = f"{catalogue.field.code}-{catalogue.version}.{file_format}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(
            WRITERS[file_format](sheet_of(catalogue)), content_type=content_type_of(file_format), headers=headers
        )
