"""How the registration numbers of a district look."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.ui.tables import Table
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.registers.views.history import COLUMNS, entries
from cms.tenancy.models import District
from disclosure_pages.clearance.held_roles import held_roles
from disclosure_pages.documents.domain.numbering import schemes_kept_by
from disclosure_pages.documents.domain.registering import number_after_last
from disclosure_pages.documents.models import RegistrationScheme
from disclosure_pages.documents.rules import REGISTER_ROLES

from .register import ICON, TITLE

LATEST = 50  # changes that are shown
SHOWN = [column for column in COLUMNS if column.name in {"timestamp", "user", "changes"}]


class NumberingForm(forms.ModelForm):
    """Pattern and digits."""

    class Meta:
        model = RegistrationScheme
        fields = ["pattern", "digits"]


class NumberingView(WagtailAdminTemplateMixin, FormView):
    """For the legal office of the district that the address names; for others it is not there."""

    template_name = "gongkai_documents/numbering.html"
    form_class = NumberingForm
    page_title = gettext_lazy("Registration numbers")
    header_icon = ICON

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Answer 404 before anything else happens."""
        super().setup(request, *args, **kwargs)
        self.district: District = get_object_or_404(schemes_kept_by(request.user), slug=kwargs["district"])
        self.scheme = RegistrationScheme.of(self.district)

    def get_page_subtitle(self) -> str:
        return self.district.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        reads = held_roles(self.request) & set(REGISTER_ROLES)
        register = [{"url": reverse("gongkai_register:index"), "label": TITLE}] if reads else []
        return [*self.breadcrumbs_items, *register, {"url": "", "label": self.page_title}]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "instance": self.scheme}

    def form_valid(self, form: NumberingForm) -> HttpResponse:
        """The next number looks like this; what was issued stays."""
        form.save()
        messages.success(self.request, _("Numbers of %(district)s were changed.") % {"district": self.district})
        return redirect(self.request.path)

    def form_invalid(self, form: NumberingForm) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=400)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        records = RegistrationScheme.history.filter(district=self.district).select_related("history_user")
        changes = Table(SHOWN, list(entries(records[:LATEST])))
        return {
            **super().get_context_data(**kwargs),
            "example": number_after_last(district=self.district),
            "changes": changes,
        }
