"""Words and areas of a file are marked, looked at, and taken out of a copy. It works without a script."""

from __future__ import annotations

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
    PageFacts,
    RedactionRefused,
    faint_texts,
    kind_of,
    other_texts,
    page_facts,
    page_picture,
    redact,
    shown_text,
)

from .base import PapersScreen
from .mark_forms import AREA_ROWS, SPAN_ROWS, WORD_ROWS, AreaForm, MarkForm, PagesForm, SpanForm, WordForm


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

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().dispatch(request, *args, **kwargs)
        except RedactionRefused as error:  # the file itself cannot be read
            messages.error(request, str(error))
            return redirect(self.papers_url)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        what = f"file {self.file.pk}"
        note_access(case=self.case, what=what, purpose=_("Redaction"), user=request.user)
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        rows = self.rows(request.POST)
        forms_of_all = [form for forms_of in rows.values() for form in forms_of]
        if wrong := [form for form in forms_of_all if not form.is_valid()]:
            problem = _("Nothing was taken out yet: please see what is said beside %(rows)d rows.")
            messages.error(request, problem % {"rows": len(wrong)})
            return self._again(rows)
        try:
            return self._do(rows, [form.mark() for form in forms_of_all if form.cleaned_data])
        except RedactionRefused as error:
            messages.error(request, str(error))
            return self._again(rows)

    def _do(self, rows: Any, marks: list[Mark]) -> HttpResponse:
        clear = self.unread().pages()
        if "keep" in self.request.POST:
            made = redact_file(source=self.file, marks=marks, user=self.request.user, clear_pages=clear)
            words = {"places": made.redaction.places}
            messages.success(self.request, _("A redacted copy is with the case; %(places)d places went.") % words)
            return redirect(self.papers_url)
        copy = redact(self.content, marks, clear_pages=clear)
        shown = {"shown": _texts_of(copy.content), "places": sum(copy.found)}
        return self.render_to_response(self.get_context_data(rows=rows, unread=self.unread(), **shown))

    def _again(self, rows: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(rows=rows, unread=self.unread()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = {"lines": self.lines, "others": other_texts(self.content), "faint": faint_texts(self.content)}
        blank = {} if "rows" in kwargs else {"rows": self.rows(), "unread": PagesForm(None, self.unread_pages)}
        return super().get_context_data(file=self.file, pages=self.pages, **{**shown, **blank, **kwargs})

    @cached_property
    def is_pdf(self) -> bool:
        return kind_of(self.content) == Kind.PDF

    @cached_property
    def pages(self) -> list[PageFacts]:
        return page_facts(self.content) if self.is_pdf else []

    @property
    def unread_pages(self) -> list[int]:
        return [page.number for page in self.pages if not page.is_searchable]

    @cached_property
    def lines(self) -> list[str]:
        return [] if self.is_pdf else shown_text(self.content).split("\n")

    def unread(self) -> PagesForm:
        """Which of the pages without words were confirmed."""
        return PagesForm(self.request.POST, self.unread_pages)

    def rows(self, data: Any = None) -> dict[str, list[Any]]:
        """Forms by sort of mark: words always, areas on pages, places in texts."""
        sorts: list[tuple[str, type[MarkForm], int]] = [("words", WordForm, WORD_ROWS)]
        sorts.append(("areas", AreaForm, AREA_ROWS) if self.is_pdf else ("spans", SpanForm, SPAN_ROWS))
        made = {name: _rows(form, data, f"{name}-", number) for name, form, number in sorts}
        for row in made.get("spans", []):
            row.lines = self.lines
        for row in made.get("areas", []):
            row.pages = len(self.pages)
        return made


def _texts_of(copy: bytes) -> list[str]:
    """What a copy says: each page, or the text and then headers, footers and notes."""
    if kind_of(copy) == Kind.PDF:
        return [page.text for page in page_facts(copy)]
    return [shown_text(copy), *(text for _kind, text in other_texts(copy))]


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
