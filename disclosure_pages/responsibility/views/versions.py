"""A version of a district's table, and its file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from cms.tenancy.models import Unit
from disclosure_pages.responsibility.outline import summary_of

from .base import DistrictView


class VersionView(DistrictView):
    """What was applied: by whom, on which day, from which file, with what effect."""

    template_name = "gongkai_responsibility/version.html"

    def get(self, request: HttpRequest, district: str, number: int) -> HttpResponse:
        version = self.version()
        names = dict(Unit.objects.of_district(self.district).values_list("code", "name"))
        columns = [
            (column, [*(names.get(code, code) for code in column.units), *column.collectives])
            for column in version.parsed_columns()
        ]
        return self.answer(version=version, summary=summary_of(version.summary), columns=columns)


class DownloadView(DistrictView):
    """The very file that was applied. It came from outside, so a browser saves it and never shows it."""

    def get(self, request: HttpRequest, district: str, number: int) -> HttpResponse:
        version = self.version()
        response = HttpResponse(bytes(version.content), content_type="application/octet-stream")
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Content-Disposition"] = content_disposition_header(True, version.file_name)
        return response
