"""Which districts there are, and what a district's table is today."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from disclosure_pages.responsibility.domain.drift import find_drift
from disclosure_pages.responsibility.domain.pending import pending_of
from disclosure_pages.responsibility.domain.proposing import Proposal, proposals_for
from disclosure_pages.responsibility.domain.scope import manageable_by
from disclosure_pages.responsibility.exceptions import ResponsibilityError
from disclosure_pages.responsibility.forms import ProposalForm, UploadForm
from disclosure_pages.responsibility.models import AppliedTable
from disclosure_pages.responsibility.outline import summary_of

from .base import DistrictView, ResponsibilityView


class IndexView(ResponsibilityView):
    """The districts that the person may manage; a single one is opened at once."""

    template_name = "gongkai_responsibility/index.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        districts = list(manageable_by(request.user).select_related("city"))
        if not districts:
            raise Http404
        if len(districts) == 1:
            return redirect("gongkai_responsibility:district", district=districts[0].slug)
        return self.answer(districts=districts)


class DistrictTableView(DistrictView):
    """Upload a table; every version that was applied, the newest first."""

    template_name = "gongkai_responsibility/district.html"

    def get(self, request: HttpRequest, district: str) -> HttpResponse:
        return self.answer(form=UploadForm(district=self.district), **self.versions_and_pending())

    def versions_and_pending(self) -> dict[str, Any]:
        """What the screen shows below the form."""
        versions = AppliedTable.objects.of_district(self.district).without_file().select_related("applied_by")
        rows = [(version, summary_of(version.summary)) for version in versions]
        pending = pending_of(district=self.district, user=self.person)
        offered = ProposalForm(district=self.district, proposals=self.proposals) if self.proposals else None
        return {"versions": rows, "pending": pending, "proposal": offered}

    @cached_property
    def proposals(self) -> list[Proposal]:
        """Columns that plug-ins propose here."""
        return proposals_for(self.district)


class DriftView(DistrictView):
    """Every difference between the applied table and the database."""

    template_name = "gongkai_responsibility/drift.html"

    def get(self, request: HttpRequest, district: str) -> HttpResponse:
        try:
            return self.answer(differences=find_drift(district=self.district))
        except ResponsibilityError as error:
            return self.answer(409, error=error)
