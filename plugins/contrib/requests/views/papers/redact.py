"""Words and areas of a file are marked, looked at, and taken out of a copy. It works without a script."""

from __future__ import annotations

from itertools import accumulate
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from plugins.contrib.requests.domain.redacting import content_of, redact_file
from plugins.contrib.requests.domain.revealing import note_access
from plugins.contrib.requests.models import CaseFile
from plugins.contrib.requests.protection.files import UnreadableFile
from plugins.contrib.requests.redaction import (
    Kind,
    Mark,
    RedactionRefused,
    kind_of,
    page_facts,
    page_picture,
    redact,
    shown_text,
)

from .base import PapersScreen
from .forms import AREA_ROWS, SPAN_ROWS, WORD_ROWS, AreaForm, MarkForm, SpanForm, WordForm


class OfFile(PapersScreen):
    """A screen of one file of the case."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.file: CaseFile = get_object_or_404(self.case.files.all(), pk=kwargs["file"])

    @cached_property
    def content(self) -> bytes:
        try:
            return content_of(self.file)
        except (UnreadableFile, FileNotFoundError) as error:
            raise Http404 from error


class RedactScreen(OfFile):
    """The file with its lines or pages, and rows for marks. ``POST`` looks at the copy, or keeps it (``keep``)."""

    template_name = "gongkai_requests/papers/redact.html"

    def get_page_title(self) -> str:
        return _("Redact “%(file)s”") % {"file": self.file.name}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        what = f"file {self.file.pk}"
        note_access(case=self.case, what=what, purpose=_("Redaction"), user=request.user)
        try:
            return self.render_to_response(self.get_context_data())
        except RedactionRefused as error:
            messages.error(request, str(error))
            return redirect(self.papers_url)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            rows = self.rows(request.POST)
            if not all(form.is_valid() for forms_of in rows.values() for form in forms_of):
                messages.error(request, _("Some rows are not complete; nothing was taken out yet."))
                return self.render_to_response(self.get_context_data(rows=rows))
            return self._do(rows, [form.mark() for forms_of in rows.values() for form in forms_of if form.cleaned_data])
        except RedactionRefused as error:
            messages.error(request, str(error))
            return self._again(rows)

    def _do(self, rows: Any, marks: list[Mark]) -> HttpResponse:
        if "keep" in self.request.POST:
            made = redact_file(source=self.file, marks=marks, user=self.request.user)
            words = {"places": made.redaction.places}
            messages.success(self.request, _("A redacted copy is with the case; %(places)d places went.") % words)
            return redirect(self.papers_url)
        copy = redact(self.content, marks)
        shown = (
            [page.text for page in page_facts(copy.content)] if copy.kind == Kind.PDF else [shown_text(copy.content)]
        )
        return self.render_to_response(self.get_context_data(rows=rows, shown=shown, places=sum(copy.found)))

    def _again(self, rows: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(rows=rows))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        is_pdf = kind_of(self.content) == Kind.PDF
        context = {
            "file": self.file,
            "pages": page_facts(self.content) if is_pdf else [],
            "lines": [] if is_pdf else self.text.split("\n"),
            "rows": self.rows(),
        }
        return super().get_context_data(**{**context, **kwargs})

    @cached_property
    def text(self) -> str:
        return shown_text(self.content)

    def rows(self, data: Any = None) -> dict[str, list[Any]]:
        """Forms by sort of mark: words always, areas on pages, places in texts."""
        is_pdf = kind_of(self.content) == Kind.PDF
        sorts: list[tuple[str, type[MarkForm], int]] = [("words", WordForm, WORD_ROWS)]
        sorts.append(("areas", AreaForm, AREA_ROWS) if is_pdf else ("spans", SpanForm, SPAN_ROWS))
        made = {name: _rows(form, data, f"{name}-", number) for name, form, number in sorts}
        for row in made.get("spans", []):
            row.starts = [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]
        return made


def _rows(form: type[forms.Form], data: Any, prefix: str, number: int) -> list[Any]:
    """As many as were sent, and never fewer than ``number``; as many as anybody needs on one screen."""
    sent = sum(1 for key in data or () if key.startswith(prefix) and key.endswith("-reason"))
    more = number if data is not None and "more" in data else 0
    return [form(data, prefix=f"{prefix}{row}") for row in range(min(max(sent, number) + more, 60))]


class PageView(OfFile):
    """One page of a PDF as a picture with a grid of percents."""

    def get(self, request: HttpRequest, *args: Any, page: int = 1, **kwargs: Any) -> HttpResponse:
        try:
            picture = page_picture(self.content, page)
        except (IndexError, RedactionRefused) as error:
            raise Http404 from error
        return HttpResponse(picture, headers={"Content-Type": "image/png", "Cache-Control": "private, no-store"})
