"""The application and its receipt on paper, and the applicant's own data as a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

from plugins.api import ExportFailed, qr_svg
from plugins.contrib.requests.domain.announcing import address_of_case
from plugins.contrib.requests.domain.given_files import files_for_applicant
from plugins.contrib.requests.domain.own_data import own_data
from plugins.contrib.requests.domain.revealing import note_access
from plugins.contrib.requests.domain.submitting import is_code_of
from plugins.contrib.requests.enums import FileKind
from plugins.contrib.requests.letters.pdf_file import pdf_of
from plugins.contrib.requests.process.receipt_rules import RULES
from plugins.contrib.requests.protection.files import as_attachment
from plugins.contrib.requests.protection.tracking import normalised, shown

from .base import CaseScreen
from .personal import applicant_on_paper

SHEET = "gongkai_requests/desk/print.html"
STYLES = Path(__file__).parents[2] / "static/gongkai_requests/print.css"
EVERYTHING = "everything"


class PurposeForm(forms.Form):
    """For what somebody needs personal data in full; it is kept with their name."""

    purpose = forms.CharField(label=gettext_lazy("for what you need it"), max_length=200)


class PrintView(CaseScreen):
    """Both on one sheet. ``GET`` masks who applies; ``POST`` ``purpose`` shows it in full, and that is kept.

    ``POST`` ``code``, while it is at hand: the receipt has it as well, if it is the case's; no address ever does.
    """

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.answer(PurposeForm(), in_full=False)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "purpose" not in request.POST:
            return self.answer(PurposeForm(), in_full=False)
        form = PurposeForm(request.POST)
        if not form.is_valid():
            return self.on_screen(form)
        note_access(case=self.case, what=EVERYTHING, purpose=form.cleaned_data["purpose"], user=request.user)
        return self.answer(form, in_full=True)

    @property
    def code(self) -> str:
        """The tracking code that was sent along; empty when it is not that of the case."""
        given = self.request.POST.get("code", "")[:60]
        return shown(normalised(given)) if given and is_code_of(self.case, given) else ""

    def answer(self, form: PurposeForm, *, in_full: bool) -> HttpResponse:
        """The sheet as this address gives it."""
        return self.on_screen(form, in_full=in_full)

    def on_screen(self, form: PurposeForm, *, in_full: bool = False) -> HttpResponse:
        """The sheet with the ways back, to the PDF and to what is masked."""
        page = self.sheet(form=form, in_full=in_full, is_screen=True)
        return HttpResponse(page, headers={"Cache-Control": "private, no-store"})

    def sheet(self, *, in_full: bool, **context: Any) -> str:
        """The sheet as HTML."""
        address = address_of_case(self.case)
        given = {
            "case": self.case,
            "rule": RULES[self.case.channel],
            "applicant": applicant_on_paper(self.case, in_full=in_full),
            "in_full": in_full,
            "code": self.code,
            "address": address,
            "qr": qr_svg(address),
            "files": self.case.files.filter(kind=FileKind.APPLICATION),
            **context,
        }
        return render_to_string(SHEET, given, request=self.request)


class PdfView(PrintView):
    """The same as PDF."""

    def answer(self, form: PurposeForm, *, in_full: bool) -> HttpResponse:
        try:
            content = pdf_of(self.sheet(in_full=in_full), styles=STYLES)
        except ExportFailed:
            form.full_clean()
            form.add_error(None, _("The file cannot be made now; try again in a minute."))
            return self.on_screen(form)
        return as_attachment(content, name=f"application-{self.case.pk}.pdf")


class OwnDataView(CaseScreen):
    """``POST``: all that is kept about the applicant, to be handed to them."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        note_access(case=self.case, what=EVERYTHING, purpose=_("Export for the applicant"), user=request.user)
        log(self.case, "gongkai.requests.exported", user=request.user)
        content = own_data(self.case, files=files_for_applicant(self.case))
        return as_attachment(content, name=f"case-{self.case.pk}.zip")
