"""Figures and texts from a file: choose it, look at what was read, take it over."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from plugins.api import FileFormat, Problem, TableFileField, UnreadableFile, has_errors, read_file
from plugins.contrib.annual_report.domain.carried import Carried, carried_of
from plugins.contrib.annual_report.domain.filling import digest_of
from plugins.contrib.annual_report.domain.importing import differences, take_over, texts_read
from plugins.contrib.annual_report.domain.values import figures_of
from plugins.contrib.annual_report.domain.writing import TEXTS, texts_digest
from plugins.contrib.annual_report.enums import Act
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.reading import (
    Looked,
    ReadReport,
    lines_of,
    looked_of,
    read_lines,
    read_texts,
    unknown_titles,
)
from plugins.contrib.annual_report.views.flow.base import ReportScreen

from .titles import choices_of

#: Three texts and all figures, with room for what is escaped.
MAX_TEXT = 400_000
#: The rows of the tables; of a larger file no titles are asked for.
MAX_FILE = 300_000


class TakeForm(forms.Form):
    """What travels from screen to screen: what was read and seen, which ``texts`` are taken, why figures differ."""

    text = forms.CharField(max_length=MAX_TEXT)
    seen = forms.CharField(max_length=64)
    texts_seen = forms.CharField(max_length=64, required=False)
    texts = forms.MultipleChoiceField(choices=[(name, name) for name in TEXTS], required=False)
    reason = forms.CharField(max_length=300, required=False)


class ImportScreen(ReportScreen):
    """``GET`` asks for the file; ``POST`` shows what it says, and takes it over when the button was pressed."""

    template_name = "gongkai_annual/pages/import.html"
    needed = Act.FILL
    page_title = gettext_lazy("Figures and texts from a file")

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if "file" in request.FILES:
            return self._look(request)
        if "file_text" in request.POST:
            return self._choose(request)
        form = TakeForm(request.POST)
        return self._took(form.cleaned_data) if form.is_valid() else self._again(_("Choose the file of the report."))

    def _took(self, asked: dict[str, Any]) -> HttpResponse:
        try:
            carried = carried_of(asked["text"])
        except ReportRefused as refused:
            return self._again(str(refused))
        if carried.form.code != self.form.code:
            return self._again(_("The file has another form than the report. Choose the file again."))
        if self.attempt(lambda: self._take(carried, asked)):
            return self.to_report()
        return self._shown(carried, (), reason=asked["reason"], status=409)

    def _look(self, request: HttpRequest) -> HttpResponse:
        try:
            content = TableFileField().clean(request.FILES["file"]).read()
            file = read_file(content)
        except ValidationError as error:
            return self._again(" ".join(error.messages))
        except UnreadableFile as error:
            return self._again(f"{error.problem.message} {error.problem.remedy}")
        names = [one.name or "" for one in request.FILES.values() if isinstance(one, UploadedFile)]
        looked = Looked(tuple(lines_of(file)), name=" ".join(names))
        if file.format == FileFormat.DOCX:
            prose = read_texts(content, self._read(looked).form)
            looked = replace(looked, texts=prose.texts, problems=prose.problems)
        return self._looked(looked)

    def _read(self, looked: Looked) -> ReadReport:
        owner = {"organ": self.report.owner.name, "year": self.report.year}
        return read_lines(list(looked.lines), self.form, name=looked.name, absent=looked.absent, **owner)

    def _choose(self, request: HttpRequest) -> HttpResponse:
        """The same file once more, with titles of the form where somebody has said that they are meant."""
        try:
            looked = looked_of(request.POST["file_text"][:MAX_FILE])
        except ValueError:
            return self._again(_("What was read of the file did not come back whole. Choose the file again."))
        missing, unknown = self._read(looked).missing, unknown_titles(looked.lines, self.form)
        return self._looked(looked.told(list(missing), unknown, request.POST))

    def _looked(self, looked: Looked) -> HttpResponse:
        found = self._read(looked)
        text, unknown = looked.as_text, unknown_titles(looked.lines, found.form)
        asked = choices_of(found.missing, unknown) if len(text) <= MAX_FILE else []
        carried = Carried(found.form, found.values, looked.texts or {})
        problems = (*found.problems, *looked.problems)
        return self._shown(carried, problems, choices=asked, file_text=text if asked else "", unknown=unknown)

    def _take(self, carried: Carried, asked: dict[str, Any]) -> str:
        words = {name: asked[name] for name in ("reason", "seen", "texts_seen")}
        texts = {name: text for name, text in carried.texts.items() if name in asked["texts"]}
        figures, written = take_over(
            report=self.report, values=carried.values, texts=texts, user=self.request.user, **words
        )
        told = ngettext("%(count)d figure was taken over.", "%(count)d figures were taken over.", figures)
        if not written:
            return told % {"count": figures}
        more = ngettext("%(count)d text was taken over.", "%(count)d texts were taken over.", written)
        return f"{told % {'count': figures}} {more % {'count': written}}"

    def _again(self, hindrance: str) -> HttpResponse:
        return self.render_to_response(self.get_context_data(hindrance=hindrance), status=422)

    def _shown(
        self, carried: Carried, problems: tuple[Problem, ...], *, reason: str = "", status: int = 200, **more: Any
    ) -> HttpResponse:
        is_same = carried.form.code == self.form.code
        found = differences(report=self.report, values=carried.values) if is_same else []
        context = {
            "is_read": True,
            "may_take": is_same and not has_errors(problems),
            "text": carried.as_text,
            "seen": digest_of(figures_of(self.report).values()),
            "texts_seen": texts_digest(self.report),
            "reason": reason or _("As the report of that year was published"),
            "problems": problems,
            "differences": found,
            "changed": [one for one in found if one.now],
            "filled": [one for one in found if not one.now],
            "texts": texts_read(report=self.report, texts=carried.texts) if is_same else [],
            **more,
        }
        return self.render_to_response(self.get_context_data(**context), status=status)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(report=self.report, report_url=self.report_url, **kwargs)
