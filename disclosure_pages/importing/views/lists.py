"""A list of documents with an archive of their files, and the template of such a list."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _

from cms.tenancy.models import District
from disclosure_pages.importing.domain.batches import begin_list
from disclosure_pages.importing.domain.sources import ArchiveFiles, Files, NoFiles
from disclosure_pages.importing.exceptions import ImportRefused
from disclosure_pages.importing.forms.upload import ListForm
from disclosure_pages.importing.listing.headings import HEADINGS
from disclosure_pages.importing.models import ImportBatch

from .base import UNPROCESSABLE, ImportingView

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ListView(ImportingView):
    """Upload a list; its rows are looked at before anything is imported."""

    page_title = _("Import of a list")
    template_name = "gongkai_importing/list.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.answer(form=ListForm(places=self.places))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = ListForm(request.POST, request.FILES, places=self.places)
        if not form.is_valid():
            return self.answer(UNPROCESSABLE, form=form)
        try:
            batch = self._begin(form)
        except ImportRefused as error:
            form.add_error(None, f"{error} {error.remedy}")
            return self.answer(UNPROCESSABLE, form=form)
        return redirect("gongkai_importing:batch", batch_id=batch.pk)

    def _begin(self, form: ListForm) -> ImportBatch:
        archive, place = form.cleaned_data["archive"], form.place()
        district: District = place.column.district
        files: Files = ArchiveFiles(archive.file) if archive else NoFiles()
        return begin_list(
            district=district,
            name=form.cleaned_data["list_file"].name,
            content=form.cleaned_data["list_file"].read(),
            place=place,
            places=[other for other in self.places if other.column.district_id == district.pk],
            files=files,
            user=self.person,
            archive=archive,
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(headings=HEADINGS, **kwargs)


class TemplateView(ImportingView):
    """A workbook with the headings, what they mean, and the choices of the person's places."""

    def get(self, request: HttpRequest) -> HttpResponse:
        from disclosure_pages.importing.listing.template import make_template  # its library is large

        response = HttpResponse(make_template(self.places), content_type=XLSX)
        response.headers["Content-Disposition"] = content_disposition_header(True, "文件清单模板.xlsx")
        return response
