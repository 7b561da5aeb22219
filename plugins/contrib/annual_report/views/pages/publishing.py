"""The page of a report: made as a draft in a section, which then passes the ordinary reviews."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plugins.api import Section
from plugins.contrib.annual_report.domain.city import may_withdraw, publish_city_report, withdraw_city_report
from plugins.contrib.annual_report.domain.page_texts import text_differences
from plugins.contrib.annual_report.domain.publishing import make_page, may_publish, pages_of, sections_for
from plugins.contrib.annual_report.enums import Level, ReportState
from plugins.contrib.annual_report.models import AnnualReportPage
from plugins.contrib.annual_report.views.flow.base import ReportScreen
from plugins.contrib.annual_report.views.flow.public import public_url_of


class PageScreen(ReportScreen):
    """``GET`` asks for the section; ``POST`` ``section`` makes the draft, or renews the figures of the one there is.

    ``texts`` names the texts of the report that go into it too.
    """

    template_name = "gongkai_annual/pages/page.html"
    page_title = gettext_lazy("Page of the report")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not may_publish(self.report, request.user) and not may_withdraw(self.report, request.user):
            raise Http404

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if self.report.level == Level.CITY:
            self.attempt(self._act_of_city)
            return self.to_report()
        made: list[AnnualReportPage] = []
        if not self.attempt(lambda: self._make(made)):
            return self.render_to_response(self.get_context_data(), status=409)
        if self._may_edit(made[0]):
            return redirect("wagtailadmin_pages:edit", made[0].pk)
        return self.to_report()

    def _act_of_city(self) -> str:
        asked, words = self.request.POST, {"report": self.report, "user": self.request.user, "today": self.today}
        if asked.get("act") == "withdraw":
            withdraw_city_report(**words, reason=asked.get("reason", ""))
            return _("The city's report is taken off the site.")
        publish_city_report(**words)
        return _("The city's report is public.")

    def _make(self, made: list[AnnualReportPage]) -> str:
        texts = self.request.POST.getlist("texts")
        made.append(make_page(report=self.report, section=self._section(), user=self.request.user, texts=texts))
        if self._may_edit(made[0]):
            return _("The draft of the page is there. Finish it in the editor, then submit it for review.")
        told = _("The draft of the page is there. Editors of “%(unit)s” finish it, and submit it for review.")
        return told % {"unit": made[0].unit}

    def _may_edit(self, page: AnnualReportPage) -> bool:
        """A disclosure office makes the page, and may have no right to edit in its section."""
        found: bool = page.permissions_for_user(self.request.user).can_edit()
        return found

    def _section(self) -> Section | None:
        key = self.request.POST.get("section", "")
        places = (one for sections in sections_for(self.report).values() for one in sections)
        return next((one for one in places if str(one.pk) == key), None)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = pages_of(self.report).first()
        places = {} if page is not None else sections_for(self.report)
        may_edit = page is not None and self._may_edit(page)
        found: dict[str, Any] = {"made": page, "may_edit": may_edit, "places": places.items(), "report": self.report}
        found["texts"] = text_differences(report=self.report, page=page) if page is not None else []
        found |= {"is_city": self.report.level == Level.CITY, "public_url": public_url_of(self.report, self.request)}
        found["is_accepted"] = self.report.state == ReportState.ACCEPTED
        return super().get_context_data(report_url=self.report_url, **found, **kwargs)
