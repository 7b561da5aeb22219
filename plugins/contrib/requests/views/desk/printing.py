"""The application and its receipt on paper, and the applicant's own data as a file."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from plugins.contrib.requests.domain.own_data import own_data
from plugins.contrib.requests.domain.revealing import note_access
from plugins.contrib.requests.process.receipt_rules import RULES
from plugins.contrib.requests.protection.files import as_attachment
from plugins.contrib.requests.views.public.progress import files_for_applicant

from .base import CaseScreen

SHEET = "gongkai_requests/desk/print.html"
EVERYTHING = "everything"


class PrintView(CaseScreen):
    """Both on one sheet, in full: that it was printed is kept."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponse(self.sheet(is_screen=True), headers={"Cache-Control": "private, no-store"})

    def sheet(self, *, is_screen: bool) -> str:
        """The sheet as HTML."""
        note_access(case=self.case, what=EVERYTHING, purpose=_("Printing of the application"), user=self.request.user)
        rule = RULES[self.case.channel]
        context = {"case": self.case, "rule": rule, "is_screen": is_screen}
        return render_to_string(SHEET, context, request=self.request)


class PdfView(PrintView):
    """The same as PDF."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from weasyprint import HTML  # loaded when somebody prints: it is large

        file = BytesIO()
        HTML(string=self.sheet(is_screen=False)).write_pdf(file)
        headers = {
            "Content-Disposition": f'attachment; filename="application-{self.case.pk}.pdf"',
            "Cache-Control": "private, no-store",
        }
        return HttpResponse(file.getvalue(), content_type="application/pdf", headers=headers)


class OwnDataView(CaseScreen):
    """``POST``: all that is kept about the applicant, to be handed to them."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        note_access(case=self.case, what=EVERYTHING, purpose=_("Export for the applicant"), user=request.user)
        log(self.case, "gongkai.requests.exported", user=request.user)
        content = own_data(self.case, files=files_for_applicant(self.case))
        return as_attachment(content, name=f"case-{self.case.pk}.zip")
