"""Figures from a file: choose it, look at what was read, take it over."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from plugins.api import Problem, TableFileField, UnreadableFile, read_file
from plugins.contrib.annual_report.domain.filling import digest_of
from plugins.contrib.annual_report.domain.importing import differences, take_figures, text_of, values_of_text
from plugins.contrib.annual_report.domain.values import figures_of
from plugins.contrib.annual_report.enums import Act
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.reading import read_report
from plugins.contrib.annual_report.structure import Form, Values
from plugins.contrib.annual_report.views.flow.base import ReportScreen

MAX_TEXT = 100_000


class TakeForm(forms.Form):
    """What travels from screen to screen: what was read, the figures that were seen, and why they differ."""

    text = forms.CharField(max_length=MAX_TEXT)
    seen = forms.CharField(max_length=64)
    reason = forms.CharField(max_length=300, required=False)


class ImportScreen(ReportScreen):
    """``GET`` asks for the file; ``POST`` shows what it says, and takes it over when the button was pressed."""

    template_name = "gongkai_annual/pages/import.html"
    needed = Act.FILL
    page_title = gettext_lazy("Figures from a file")

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if "file" in request.FILES:
            return self._look(request)
        form = TakeForm(request.POST)
        if not form.is_valid():
            return self._again(_("Choose the file of the report."))
        try:
            kind, values = values_of_text(form.cleaned_data["text"])
        except ReportRefused as refused:
            return self._again(str(refused))
        if kind.code != self.form.code:
            return self._again(_("The file has another form than the report. Choose the file again."))
        if self.attempt(lambda: self._take(values, form.cleaned_data)):
            return self.to_report()
        return self._shown(kind, values, (), reason=form.cleaned_data["reason"], status=409)

    def _look(self, request: HttpRequest) -> HttpResponse:
        try:
            file = read_file(TableFileField().clean(request.FILES["file"]).read())
        except ValidationError as error:
            return self._again(" ".join(error.messages))
        except UnreadableFile as error:
            return self._again(f"{error.problem.message} {error.problem.remedy}")
        names = [one.name or "" for one in request.FILES.values() if isinstance(one, UploadedFile)]
        owner = {"organ": self.report.owner.name, "year": self.report.year}
        found = read_report(file, self.form, name=" ".join(names), **owner)
        return self._shown(found.form, found.values, found.problems, has_errors=found.has_errors)

    def _take(self, values: Values, asked: dict[str, Any]) -> str:
        words = {"reason": asked["reason"], "seen": asked["seen"]}
        count = take_figures(report=self.report, values=values, user=self.request.user, **words)
        text = ngettext("%(count)d figure was taken over.", "%(count)d figures were taken over.", count)
        return text % {"count": count}

    def _again(self, hindrance: str) -> HttpResponse:
        return self.render_to_response(self.get_context_data(hindrance=hindrance), status=422)

    def _shown(
        self,
        form: Form,
        values: Values,
        problems: tuple[Problem, ...],
        *,
        has_errors: bool = False,
        reason: str = "",
        status: int = 200,
    ) -> HttpResponse:
        is_same = form.code == self.form.code
        context = {
            "is_read": True,
            "may_take": is_same and not has_errors,
            "text": text_of(form, values),
            "seen": digest_of(figures_of(self.report).values()),
            "reason": reason or _("As the report of that year was published"),
            "problems": problems,
            "differences": differences(report=self.report, values=values) if is_same else [],
        }
        return self.render_to_response(self.get_context_data(**context), status=status)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(report=self.report, report_url=self.report_url, **kwargs)
