"""Files of a case, for its desk alone."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from plugins.contrib.requests.domain.revealing import note_access
from plugins.contrib.requests.protection.files import UnreadableFile, as_attachment

from .base import CaseScreen


class FileView(CaseScreen):
    """``POST``: the file as it was sent; it is kept who took it."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, file: int, **kwargs: Any) -> HttpResponse:
        row = self.case.files.filter(pk=file).first()
        if row is None or not row.file:
            raise Http404
        note_access(case=self.case, what=f"file {row.pk}", purpose=_("Handling of the case"), user=request.user)
        try:
            with row.file.open() as stored:
                return as_attachment(stored.read(), name=row.name)
        except (UnreadableFile, FileNotFoundError) as error:
            raise Http404 from error
