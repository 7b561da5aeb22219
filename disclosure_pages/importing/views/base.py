"""What all screens share: who may import where, and the import in the address; 404 for everybody else."""

from __future__ import annotations

from functools import cached_property
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.people.models import User
from disclosure_pages.importing.domain.places import Place, places_for
from disclosure_pages.importing.models import ImportBatch, ImportRow

ICON = "upload"
UNPROCESSABLE = 422


class ImportingView(WagtailAdminTemplateMixin, View):
    """A screen in Wagtail's frame, for people who may write documents somewhere."""

    page_title: Any = _("Import of documents")
    header_icon = ICON

    @cached_property
    def places(self) -> list[Place]:
        """Where the person may write documents."""
        return places_for(self.person)

    @property
    def person(self) -> User:
        """Whoever looks; nobody comes this far without an account."""
        return cast(User, self.request.user)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Look at the right before anything else."""
        if not self.places:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def answer(self, status: int = 200, **context: Any) -> HttpResponse:
        """The screen with ``context``; 4xx when it tells of something that the person must mend."""
        response: HttpResponse = self.render_to_response(self.get_context_data(**context))
        response.status_code = status
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": reverse("gongkai_importing:index"), "label": ImportingView.page_title}
        here = [{"url": "", "label": self.page_title}] if self.page_title != ImportingView.page_title else []
        return [*self.breadcrumbs_items, index, *here]


class OneBatchView(ImportingView):
    """A screen of one import. One that the person may not see is answered like one that does not exist."""

    @cached_property
    def batch(self) -> ImportBatch:
        """The import that the address names."""
        found: ImportBatch = get_object_or_404(
            ImportBatch.objects.visible_to(self.person).select_related("section__unit", "district"),
            pk=self.kwargs["batch_id"],
        )
        return found

    @cached_property
    def place(self) -> Place | None:
        """The place of the import, while the person may write there."""
        return next((place for place in self.places if place.section.pk == self.batch.section_id), None)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Whoever may see the import may come in."""
        _allowed = self.batch
        return super().dispatch(request, *args, **kwargs)

    def url(self, name: str, **kwargs: Any) -> str:
        """Address of another screen of the same import."""
        return reverse(f"gongkai_importing:{name}", kwargs={"batch_id": self.batch.pk, **kwargs})

    def get_page_subtitle(self) -> str:
        return str(self.batch)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": self.url("batch"), "label": str(self.batch)}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(batch=self.batch, place=self.place, **kwargs)


class OneRowView(OneBatchView):
    """A screen of one document of an import."""

    @cached_property
    def row(self) -> ImportRow:
        """The row that the address names."""
        found: ImportRow = get_object_or_404(
            ImportRow.objects.select_related("batch", "district", "page"),
            batch=self.batch,
            number=self.kwargs["number"],
        )
        return found

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The row must be there before anything is done."""
        _there = self.row
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return self.row.file_name or str(self.row)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_subtitle()}]
