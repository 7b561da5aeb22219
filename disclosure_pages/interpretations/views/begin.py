"""Begin the interpretation of a document: in which form, and where."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from disclosure_pages.clearance.views.found import signed_in
from disclosure_pages.documents.models import PolicyDocument
from disclosure_pages.interpretations.domain.beginning import begin_interpretation, sections_to_begin_in
from disclosure_pages.interpretations.enums import InterpretationForm
from disclosure_pages.tree.models import Column, Section


class SectionField(forms.ModelChoiceField):
    """Sections by the columns that hold them: a section's own title is that of its unit."""

    def label_from_instance(self, obj: Any) -> str:
        column = Column.objects.parent_of(obj).get()
        return f"{column.numbered_title} · {obj.title}"


class BeginForm(forms.Form):
    """Form and place of the new draft."""

    form = forms.ChoiceField(label=gettext_lazy("form"), choices=InterpretationForm.choices)
    section = SectionField(
        label=pgettext_lazy("of a draft", "Place"), queryset=Section.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, sections: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["section"].queryset = sections  # type: ignore[attr-defined]  # of a field for models


class BeginView(WagtailAdminTemplateMixin, FormView):
    """For whoever may read the document and writes for a unit."""

    template_name = "gongkai_interpretations/begin.html"
    form_class = BeginForm
    page_title = gettext_lazy("Write an interpretation")
    header_icon = "openquote"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Answer 404 before anything else happens."""
        super().setup(request, *args, **kwargs)
        user = signed_in(request)
        self.document = get_object_or_404(PolicyDocument.objects.visible_to(user), pk=kwargs["page_id"])
        self.sections = sections_to_begin_in(user=user)
        if not self.sections.exists():
            raise Http404

    def get_page_subtitle(self) -> str:
        return str(self.document.draft_title)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "sections": self.sections}

    def get_initial(self) -> dict[str, Any]:
        """The form that the plan names first, and the place where the document itself is."""
        draft = self.document.get_latest_revision_as_object()
        plan = draft.interpretation_plans.first()
        beside = self.sections.filter(pk=getattr(self.document.get_parent(), "pk", None)).first()
        return {"form": plan.form if plan else InterpretationForm.TEXT, "section": beside or self.sections.first()}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(document=self.document, **kwargs)

    def form_valid(self, form: BeginForm) -> HttpResponse:
        page = begin_interpretation(document=self.document, user=signed_in(self.request), **form.cleaned_data)
        messages.success(self.request, _("The draft names the document; write on."))
        return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
