"""Imports of the person and of colleagues: begin one, see how far it is, run it, read its report."""

from __future__ import annotations

import csv
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from disclosure_pages.importing.domain.batches import begin_files
from disclosure_pages.importing.enums import RowState
from disclosure_pages.importing.exceptions import ImportRefused
from disclosure_pages.importing.forms.upload import FilesForm
from disclosure_pages.importing.models import ImportBatch
from disclosure_pages.importing.progress import progress_of
from disclosure_pages.importing.tasks import start_list

from .base import UNPROCESSABLE, ImportingView, OneBatchView

SHOWN_BATCHES = 50
PAGE_SIZE = 50
#: Seconds after which the screen of an import that is at work asks again.
REFRESH_AFTER = 5


class IndexView(ImportingView):
    """Upload files, and the imports there are."""

    template_name = "gongkai_importing/index.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.answer(form=FilesForm(places=self.places))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Read the files and go on to what they say."""
        form = FilesForm(request.POST, request.FILES, places=self.places)
        if not form.is_valid():
            return self.answer(UNPROCESSABLE, form=form)
        files = [(str(file.name), file.read()) for file in form.cleaned_data["documents"]]
        batch = begin_files(place=form.place(), files=files, user=self.person)
        first = batch.rows.waiting().order_by("number").first()
        if first is not None and len(files) == 1:
            return redirect("gongkai_importing:row", batch_id=batch.pk, number=first.number)
        return redirect("gongkai_importing:batch", batch_id=batch.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        batches = ImportBatch.objects.visible_to(self.person).select_related("section__unit", "created_by")
        shown = [(batch, progress_of(batch)) for batch in batches.distinct()[:SHOWN_BATCHES]]
        return super().get_context_data(batches=shown, **kwargs)


class BatchView(OneBatchView):
    """Every document of an import with what became of it."""

    template_name = "gongkai_importing/batch.html"

    def get(self, request: HttpRequest, batch_id: int) -> HttpResponse:
        state = request.GET.get("state", "")
        rows = self.batch.rows.select_related("page").order_by("number")
        if state in RowState.values:
            rows = rows.filter(state=state)
        page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("p"))
        response = self.answer(state=state, progress=progress_of(self.batch), page=page)
        if self.batch.is_at_work:
            response.headers["Refresh"] = str(REFRESH_AFTER)
        return response


class RunView(OneBatchView):
    """Begin to import a list, or go on after an interruption."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, batch_id: int) -> HttpResponse:
        if not self.batch.is_list:
            return redirect(self.url("batch"))
        try:
            start_list(self.batch, user=self.person)
        except ImportRefused as error:
            messages.error(request, f"{error} {error.remedy}")
        else:
            done = self.batch.rows.filter(state=RowState.DONE).count()
            words = ngettext("%(number)d draft is there.", "%(number)d drafts are there.", done) % {"number": done}
            messages.success(request, words)
        return redirect(self.url("batch"))


class ReportView(OneBatchView):
    """The report of an import as CSV: a line for each problem, and one for each row without."""

    def get(self, request: HttpRequest, batch_id: int) -> HttpResponse:
        response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
        name = _("Import report %(number)d.csv") % {"number": self.batch.pk}
        response.headers["Content-Disposition"] = content_disposition_header(True, name)
        writer = csv.writer(response)
        heads = (_("Row"), _("State"), _("Title"), _("File"), _("Column"), _("Code"), _("Problem"), _("Remedy"))
        writer.writerow(heads)
        for row in self.batch.rows.order_by("number").iterator():
            for problem in row.problems or [{}]:
                told = (problem.get(name, "") for name in ("column", "code", "message", "remedy"))
                cells = (row.number, row.get_state_display(), row.title, row.file_name, *told)
                writer.writerow([harmless(str(cell)) for cell in cells])
        return response


def harmless(text: str) -> str:
    """Text that a spreadsheet takes for text, whatever it begins with."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text
