"""One file, field by field: what was recognised, from which line, how sure; corrected, then made a draft."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from disclosure_pages.importing.domain.importing import discard_row, import_row
from disclosure_pages.importing.domain.lookup import Lookup
from disclosure_pages.importing.enums import RowState
from disclosure_pages.importing.forms.values import ValuesForm
from disclosure_pages.importing.models import ImportRow

from .base import UNPROCESSABLE, OneRowView


class RowView(OneRowView):
    """The table of fields of one file that waits."""

    template_name = "gongkai_importing/row.html"

    @cached_property
    def lookup(self) -> Lookup:
        return Lookup(self.row.district)

    def get(self, request: HttpRequest, batch_id: int, number: int) -> HttpResponse:
        form = ValuesForm(row=self.row, lookup=self.lookup) if self.is_open else None
        return self.answer(form=form)

    @property
    def is_open(self) -> bool:
        """Whether the person can still decide on the file."""
        return self.row.is_waiting and not self.batch.is_list and self.place is not None

    def post(self, request: HttpRequest, batch_id: int, number: int) -> HttpResponse:
        """Make the draft with the values as they were corrected, or leave the file."""
        if not self.is_open or self.place is None:
            return redirect(self.url("batch"))
        if "discard" in request.POST:
            discard_row(self.row)
            return self._go_on()
        form = ValuesForm(request.POST, row=self.row, lookup=self.lookup)
        if not form.is_valid():
            return self.answer(UNPROCESSABLE, form=form)
        problems = import_row(self.row, place=self.place, user=self.person, values=form.values())
        if problems:
            form.add_problems(problems)
            return self.answer(UNPROCESSABLE, form=form)
        return self._made(request)

    def _made(self, request: HttpRequest) -> HttpResponse:
        row = ImportRow.objects.get(pk=self.row.pk)
        if row.state == RowState.DUPLICATE:
            messages.warning(request, " ".join(row.problem_words))
            return redirect(self.url("batch"))
        messages.success(request, _("The draft “%(title)s” is there.") % {"title": row.title})
        if "edit" in request.POST:
            return redirect("wagtailadmin_pages:edit", row.page_id)
        return self._go_on()

    def _go_on(self) -> HttpResponse:
        """To the next file that waits, else back to the import."""
        following = self.batch.rows.waiting().order_by("number").first()
        return redirect(self.url("row", number=following.number) if following else self.url("batch"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(row=self.row, **kwargs)


class FileView(OneRowView):
    """The uploaded file. It came from outside, so a browser saves it and never shows it."""

    def get(self, request: HttpRequest, batch_id: int, number: int) -> HttpResponseBase:
        if not self.row.file:
            raise Http404
        response = FileResponse(self.row.file.open("rb"), as_attachment=True, filename=self.row.file_name)
        response.headers["Content-Type"] = "application/octet-stream"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response
