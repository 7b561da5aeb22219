"""Propose a column of a plug-in: it goes into a table, and the plan is looked at as ever."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages

from disclosure_pages.responsibility.domain.proposing import propose_column
from disclosure_pages.responsibility.exceptions import ResponsibilityError
from disclosure_pages.responsibility.forms import ProposalForm, UploadForm

from .districts import DistrictTableView

UNPROCESSABLE = 422


class ProposeView(DistrictTableView):
    """``POST`` with the name of a proposal and the key of a unit."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, district: str) -> HttpResponse:
        if not self.proposals:
            raise Http404
        form = ProposalForm(request.POST, district=self.district, proposals=self.proposals)
        if not form.is_valid():
            upload = UploadForm(district=self.district)
            return self.answer(UNPROCESSABLE, **{**self.versions_and_pending(), "form": upload, "proposal": form})
        try:
            propose_column(
                district=self.district, proposal=form.proposal(), unit=form.cleaned_data["unit"], user=self.person
            )
        except ResponsibilityError as error:
            messages.error(request, f"{error} {error.remedy}")
        return redirect(self.url("review"))
