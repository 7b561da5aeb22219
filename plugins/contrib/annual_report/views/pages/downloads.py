"""Files of a report that is still in work: they say that they are drafts, on every page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.admin import messages

from plugins.api import SHEET_TYPES, ExportFailed, content_type_of, make_pdf, safe_file_name
from plugins.contrib.annual_report.domain.publishing import as_page
from plugins.contrib.annual_report.enums import ReportState
from plugins.contrib.annual_report.models import Report
from plugins.contrib.annual_report.views.flow.base import ReportScreen
from plugins.contrib.annual_report.writing import Contents, html_of, write_docx, write_xlsx

Write = Callable[[Contents], bytes]
WRITERS: Mapping[str, tuple[str, Write]] = {
    "pdf": ("application/pdf", lambda contents: make_pdf(html_of(contents))),
    "docx": (content_type_of("docx"), write_docx),
    "xlsx": (SHEET_TYPES["xlsx"], write_xlsx),
}


class DownloadView(ReportScreen):
    """``GET``: the report as it is kept now, for everybody who sees it. It is kept in no cache."""

    def get(self, request: HttpRequest, *args: object, file_format: str = "", **kwargs: object) -> HttpResponse:
        if file_format not in WRITERS:
            raise Http404
        kind, write = WRITERS[file_format]
        contents = replace(as_page(self.report).contents, mark=mark_of(self.report))
        try:
            content = write(contents)
        except ExportFailed:
            messages.error(request, _("The file cannot be made at the moment. Please try again in a minute."))
            return self.to_report()
        name = safe_file_name(f"{_prefix(self.report)}{contents.title}.{file_format}")
        headers = {"Content-Disposition": content_disposition_header(True, name), "Cache-Control": "private, no-store"}
        return HttpResponse(content, content_type=kind, headers=headers)


def mark_of(report: Report) -> str:
    """What stands on every page of a file; nothing once the report is public."""
    if report.state == ReportState.PUBLISHED:
        return ""
    return _("Draft: “%(state)s”, not published") % {"state": report.get_state_display()}


def _prefix(report: Report) -> str:
    return "" if report.state == ReportState.PUBLISHED else pgettext("begins the name of a file", "Draft ")
