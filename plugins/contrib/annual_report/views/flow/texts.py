"""Parts one, five and six, and who evaluated the owner's disclosure."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.contrib.annual_report.domain.people import may_ever_fill
from plugins.contrib.annual_report.domain.writing import TEXTS, Evaluated, texts_digest, write_texts
from plugins.contrib.annual_report.enums import Act
from plugins.contrib.annual_report.models import Evaluation, Report

from .base import ReportScreen

SPARE_ROWS = 2


TextsForm: Any = forms.modelform_factory(
    Report, fields=TEXTS, widgets={name: forms.Textarea(attrs={"rows": 8}) for name in TEXTS}
)


EvaluationForm: Any = forms.modelform_factory(Evaluation, fields=["kind", "evaluator", "result"])
#: Without keys: all rows are written anew, so that none can have gone meanwhile.
Evaluations: Any = forms.formset_factory(EvaluationForm, extra=SPARE_ROWS, can_delete=True)


class TextsScreen(ReportScreen):
    """What is written is kept by one act. Too late for that, it is shown once more and not thrown away."""

    template_name = "gongkai_annual/flow/texts.html"
    page_title = gettext_lazy("Texts and evaluations")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        is_late = request.method == "POST" and may_ever_fill(self.report, request.user)
        if Act.FILL not in self.acts and not is_late:
            raise Http404

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", TextsForm(instance=self.report))
        rows = list(self.report.evaluations.values("kind", "evaluator", "result"))
        kwargs.setdefault("evaluations", Evaluations(initial=rows, prefix="e"))
        kwargs.setdefault("seen", texts_digest(self.report))
        return super().get_context_data(report=self.report, report_url=self.report_url, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = TextsForm(request.POST, instance=self.report)
        rows = Evaluations(request.POST, prefix="e")
        if form.is_valid() and rows.is_valid() and self.attempt(lambda: self._write(form, rows)):
            return self.to_report()
        there = self._there(form)
        return self.render_to_response(self.get_context_data(form=form, evaluations=rows, there=there, is_unsaved=True))

    def _there(self, form: Any) -> list[tuple[Any, str]]:
        """Texts that say something else now than what is typed, for whoever was not the only one to write."""
        if self.request.POST.get("seen") in (None, texts_digest(self.report)):
            return []
        kept = Report.objects.values(*TEXTS).get(pk=self.report.pk)
        given = {name: self.request.POST.get(name, "").strip() for name in TEXTS}
        lines = "\n".join(f"{one.evaluator}：{one.result}" for one in self.report.evaluations.all())
        texts = [(form[name].label, kept[name]) for name in TEXTS if kept[name] != given[name]]
        return [*texts, (Evaluation._meta.verbose_name_plural, lines)]

    def _write(self, form: Any, rows: Any) -> str:
        given = [one.cleaned_data for one in rows.forms if one not in rows.deleted_forms]
        told = [Evaluated(one["kind"], one["evaluator"], one["result"]) for one in given if one.get("evaluator")]
        words = {"texts": form.cleaned_data, "seen": self.request.POST.get("seen")}
        write_texts(report=self.report, evaluations=told, user=self.request.user, **words)
        return _("The texts are saved.")
