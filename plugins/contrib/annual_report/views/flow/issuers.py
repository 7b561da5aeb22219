"""Documents that part two leaves out because their issuer names no unit: by issuer, and those of one issuer."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api import District, Unit, districts_of
from plugins.contrib.annual_report.domain.naming import name_unit, set_outside, take_inside
from plugins.contrib.annual_report.domain.people import is_office_of
from plugins.contrib.annual_report.exceptions import ReportRefused
from plugins.contrib.annual_report.models import Report
from plugins.contrib.annual_report.transitions import CITY, OFFICE
from plugins.contrib.annual_report.unmatched import unmatched_issuers, unmatched_records, unmatched_sentence

from .base import SPACE, DistrictScreen

PER_PAGE = 50


class IssuersScreen(DistrictScreen):
    """``?year=``, and ``issuer=`` for the documents of one. The disclosure office decides, auditors look.

    ``POST`` ``issuer`` and ``act``: ``unit`` says that it is the ``unit`` of that name, ``outside`` that it is none of
    the district's, ``inside`` takes that back.
    """

    template_name = "gongkai_annual/flow/issuers.html"
    page_title = gettext_lazy("Issuers that name no unit")

    @property
    def address(self) -> str:
        return issuers_address(self.district, self.year)

    @property
    def units(self) -> QuerySet[Unit]:
        found: QuerySet[Unit] = Unit.objects.of_district(self.district)
        return found

    def get_page_subtitle(self) -> str:
        return f"{self.district} · {self.year}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        district, year, issuer = self.district, self.year, self.request.GET.get("issuer", "")
        listed = unmatched_issuers(district, year=year)
        context = {
            "year": year,
            "place": district,
            "address": self.address,
            "units": self.units,
            "may_decide": is_office_of(self.request.user, district),
            "total": sum(one.number for one in listed),
            "issuers": listed,
            "outside": unmatched_issuers(district, year=year, is_outside=True),
            "documents": self._documents(),
            "issuer": issuer,
            "query": urlencode({"year": year, "issuer": issuer}),
        }
        return super().get_context_data(**context, **kwargs)

    def _documents(self) -> Any:
        """Those of the issuer that is asked for, each with whether the person edits it."""
        issuer = self.request.GET.get("issuer")
        if issuer is None:
            return None
        found = [unmatched_records(self.district, year=self.year, is_outside=outside) for outside in (False, True)]
        records = (found[0] | found[1]).filter(issuer=issuer).select_related("page", "unit", "kind")
        page = Paginator(records.order_by("-issued_on", "-pk"), PER_PAGE).get_page(self.request.GET.get("p"))
        for record in page:
            record.may_edit = bool(record.page and record.page.permissions_for_user(self.request.user).can_edit())
        return page

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.attempt(self._decide)
        return redirect(self.address)

    def _decide(self) -> str:
        """Only of what is listed: anything else that is sent is not of this screen."""
        asked, decide = self.request.POST, {"unit": self._name, "outside": self._leave_out, "inside": self._list_again}
        act, issuer = asked.get("act", ""), asked.get("issuer", "")
        listed = unmatched_issuers(self.district, year=self.year, is_outside=act == "inside")
        if act not in decide or issuer not in {one.issuer for one in listed}:
            raise Http404
        return decide[act](issuer) % {"issuer": issuer}

    def _name(self, issuer: str) -> str:
        name = self.request.POST.get("unit", "").strip()
        unit = self.units.filter(name=name).select_related("district").first()
        if unit is None:
            raise ReportRefused(_("The district has no unit “%(name)s”: choose one from the list.") % {"name": name})
        name_unit(unit=unit, issuer=issuer, user=self.request.user)
        return _("“%(issuer)s” is an alias of the unit now. Count the reports again to have its documents in them.")

    def _leave_out(self, issuer: str) -> str:
        set_outside(district=self.district, issuer=issuer, user=self.request.user)
        return _("“%(issuer)s” is none of the district's; its documents are not missing.")

    def _list_again(self, issuer: str) -> str:
        take_inside(district=self.district, issuer=issuer, user=self.request.user)
        return _("“%(issuer)s” is listed again.")


def issuers_address(district: District, year: int) -> str:
    """The screen of a district's issuers that name no unit."""
    return f"{reverse(f'{SPACE}:issuers', args=[district.slug])}?{urlencode({'year': year})}"


def unmatched_of(report: Report, user: Any) -> dict[str, Any] | None:
    """How many documents a district's report leaves out so, and where they are; nothing for people who may not see."""
    district = report.district if report.unit_id is None else None
    if district is None or not districts_of(user, OFFICE | CITY).filter(pk=district.pk).exists():
        return None
    sentence = unmatched_sentence(unmatched_records(district, year=report.year).count())
    return {"sentence": sentence, "address": issuers_address(district, report.year)} if sentence else None
