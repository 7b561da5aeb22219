"""The wording of letters in a district: written by its desk, approved by its disclosure office."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from plugins.contrib.requests.domain.letters.wording import (
    approve_standard,
    approve_template,
    is_standard,
    template_of,
    templates_of,
    write_template,
)
from plugins.contrib.requests.exceptions import CaseRefused
from plugins.contrib.requests.letters.kinds import LETTER_KINDS, label_of
from plugins.contrib.requests.letters.variables import VARIABLES
from plugins.contrib.requests.process.transitions import OFFICE
from plugins.contrib.requests.views.desk.base import SPACE, DeskScreen

from .forms import WordingForm


class WordingScreen(DeskScreen):
    """All letters of the districts whose disclosure office the person is."""

    roles = OFFICE
    template_name = "gongkai_requests/papers/wording.html"
    page_title = gettext_lazy("Wording of letters")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lists = [
            (district, [(one, label_of(one.kind), is_standard(one)) for one in templates_of(district)])
            for district in self.districts
        ]
        return super().get_context_data(lists=lists, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Approve the standard wording of all letters of ``district`` that wait."""
        district = next((one for one in self.districts if str(one.pk) == request.POST.get("district")), None)
        if district is None:
            raise Http404
        number = approve_standard(district=district, user=request.user)
        messages.success(request, _("%(number)d letters are approved.") % {"number": number})
        return redirect(f"{SPACE}:wording")


class TemplateScreen(DeskScreen):
    """The wording of one kind of letter; ``POST`` saves it, or approves it (``approve``)."""

    roles = OFFICE
    template_name = "gongkai_requests/papers/template.html"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        district = next((one for one in self.districts if one.pk == kwargs["owner"]), None)
        if district is None or kwargs["kind"] not in dict(LETTER_KINDS):
            raise Http404
        self.template = template_of(district, kwargs["kind"])
        self.above = ({"url": reverse(f"{SPACE}:wording"), "label": WordingScreen.page_title},)

    def get_page_title(self) -> str:
        return label_of(self.template.kind)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        template = self.template
        written = {"title": template.title, "basis": template.basis, "body": template.body}
        kwargs.setdefault("form", WordingForm(initial=written))
        versions = template.history.select_related("history_user") if template.pk else []
        return super().get_context_data(
            template_row=template, variables=list(VARIABLES.items()), versions=versions, **kwargs
        )

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if "approve" in request.POST:
            return self._approve()
        form = WordingForm(request.POST)
        if form.is_valid():
            try:
                write_template(template=self.template, user=request.user, **form.cleaned_data)
            except ValidationError as error:
                form.add_error(None, error.messages)
            else:
                messages.success(request, _("The wording is saved; it waits for approval."))
                return redirect(request.path)
        return self.render_to_response(self.get_context_data(form=form))

    def _approve(self) -> HttpResponse:
        try:
            approve_template(template=self.template, user=self.request.user)
        except CaseRefused as error:
            messages.error(self.request, str(error))
        else:
            messages.success(self.request, _("The wording is approved."))
        return redirect(self.request.path)
