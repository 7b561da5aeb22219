"""Parts one, five and six, and who evaluated the owner's disclosure."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.contrib.annual_report.domain.writing import TEXTS, Evaluated, write_texts
from plugins.contrib.annual_report.enums import Act
from plugins.contrib.annual_report.models import Evaluation, Report

from .base import ReportScreen

SPARE_ROWS = 2


TextsForm: Any = forms.modelform_factory(
    Report, fields=TEXTS, widgets={name: forms.Textarea(attrs={"rows": 8}) for name in TEXTS}
)


Evaluations: Any = forms.modelformset_factory(
    Evaluation, fields=["kind", "evaluator", "result"], extra=SPARE_ROWS, can_delete=True
)


class TextsScreen(ReportScreen):
    """What is written is kept by one act."""

    template_name = "gongkai_annual/flow/texts.html"
    needed = Act.FILL
    page_title = gettext_lazy("Texts and evaluations")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", TextsForm(instance=self.report))
        kwargs.setdefault("evaluations", Evaluations(queryset=self.report.evaluations.all(), prefix="e"))
        return super().get_context_data(report=self.report, report_url=self.report_url, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = TextsForm(request.POST, instance=self.report)
        rows = Evaluations(request.POST, queryset=self.report.evaluations.all(), prefix="e")
        if form.is_valid() and rows.is_valid() and self.attempt(lambda: self._write(form, rows)):
            return self.to_report()
        return self.render_to_response(self.get_context_data(form=form, evaluations=rows))

    def _write(self, form: Any, rows: Any) -> str:
        given = [one.cleaned_data for one in rows.forms if one not in rows.deleted_forms]
        told = [Evaluated(one["kind"], one["evaluator"], one["result"]) for one in given if one.get("evaluator")]
        write_texts(report=self.report, texts=form.cleaned_data, evaluations=told, user=self.request.user)
        return _("The texts are saved.")
