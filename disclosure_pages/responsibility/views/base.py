"""What all screens share: the district in the address, for those who may manage it and 404 for everybody else."""

from __future__ import annotations

from functools import cached_property
from typing import Any, cast

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.people.models import User
from cms.tenancy.models import District
from disclosure_pages.responsibility.domain.scope import manageable_by
from disclosure_pages.responsibility.models import AppliedTable

ICON = "table"


class ResponsibilityView(WagtailAdminTemplateMixin, View):
    """A screen in Wagtail's frame."""

    page_title = _("Responsibility table")
    header_icon = ICON

    def answer(self, status: int = 200, **context: Any) -> HttpResponse:
        """The screen with ``context``; 4xx when it tells of something that the person must mend."""
        response: HttpResponse = self.render_to_response(self.get_context_data(**context))
        response.status_code = status
        return response

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": reverse("gongkai_responsibility:index"), "label": self.page_title}
        return [*self.breadcrumbs_items, index]


class DistrictView(ResponsibilityView):
    """A screen of one district. One that the person may not manage is answered like one that does not exist."""

    @cached_property
    def district(self) -> District:
        """The district that the address names."""
        found: District = get_object_or_404(manageable_by(self.request.user), slug=self.kwargs["district"])
        return found

    @property
    def person(self) -> User:
        """Whoever looks; nobody comes this far without an account."""
        return cast(User, self.request.user)

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Look at the right before anything else."""
        _allowed = self.district
        return super().dispatch(*args, **kwargs)

    def url(self, name: str, **kwargs: Any) -> str:
        """Address of another screen of the same district."""
        return reverse(f"gongkai_responsibility:{name}", kwargs={"district": self.district.slug, **kwargs})

    def version(self) -> AppliedTable:
        """The version that the address names."""
        found: AppliedTable = get_object_or_404(
            AppliedTable.objects.of_district(self.district), number=self.kwargs["number"]
        )
        return found

    def get_page_subtitle(self) -> str:
        return self.district.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": self.url("district"), "label": self.district.name}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        urls = {name: self.url(name) for name in ("district", "upload", "propose", "review", "drift")}
        return super().get_context_data(district=self.district, urls=urls, **kwargs)
