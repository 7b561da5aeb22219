"""Which addresses of an old portal lead somewhere."""

from __future__ import annotations

from collections import Counter

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from disclosure_pages.importing.addresses import lines_of_file
from disclosure_pages.importing.domain.addresses import check_addresses
from disclosure_pages.importing.enums import Lead
from disclosure_pages.importing.forms.upload import AddressesForm

from .base import UNPROCESSABLE, ImportingView

#: So many addresses that lead nowhere are shown; the command lists all.
MAX_SHOWN = 500


class AddressesView(ImportingView):
    """Upload a file of addresses, and read which of them are gaps."""

    page_title = _("Addresses of an old portal")
    template_name = "gongkai_importing/addresses.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.answer(form=AddressesForm(places=self.places))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = AddressesForm(request.POST, request.FILES, places=self.places)
        if not form.is_valid():
            return self.answer(UNPROCESSABLE, form=form)
        lines = lines_of_file(form.cleaned_data["file"].read())
        checked = check_addresses(lines, district=form.chosen_district(), user=self.person)
        counts = Counter(one.lead for one in checked)
        gaps = [one for one in checked if one.lead in {Lead.NOWHERE, Lead.WAITING}]
        return self.answer(
            form=form,
            checked=len(checked),
            counts=[(lead.label, counts[lead]) for lead in Lead if counts[lead]],
            gaps=gaps[:MAX_SHOWN],
            hidden=max(0, len(gaps) - MAX_SHOWN),
        )
