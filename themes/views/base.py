"""What the screens of this room share. What a person may not see answers 404, before anything else happens."""

from __future__ import annotations

from functools import cached_property
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.people.models import User
from cms.tenancy.models import District
from disclosure_pages.clearance.held_roles import held_roles
from themes.domain.permitting import designed_districts
from themes.exceptions import CannotChoose
from themes.models import ThemeVersion
from themes.rules import DESIGNING_ROLES

ICON = "view"


class ThemesView(WagtailAdminTemplateMixin, View):
    """A screen in Wagtail's frame, for people who design some district."""

    page_title: Any = _("Themes")
    header_icon = ICON

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if not held_roles(request) & set(DESIGNING_ROLES):
            raise Http404

    @property
    def person(self) -> User:
        """Whoever looks; nobody comes this far without an account."""
        return cast(User, self.request.user)

    def answer(self, status: int = 200, **context: Any) -> HttpResponse:
        """The screen with ``context``; 4xx when it tells of something that the person must mend."""
        response: HttpResponse = self.render_to_response(self.get_context_data(**context))
        response.status_code = status
        return response

    @property
    def crumbs(self) -> list[dict[str, Any]]:
        """Steps below the index."""
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": reverse("gongkai_themes:index"), "label": ThemesView.page_title}
        return [*self.breadcrumbs_items, index, *self.crumbs]

    def refuse(self, error: CannotChoose) -> None:
        """Say why, at the top of the next screen."""
        messages.error(self.request, " ".join(error.sentences))


class DistrictThemesView(ThemesView):
    """A screen of one district."""

    @cached_property
    def district(self) -> District:
        """The district that the address names, if the person designs it."""
        districts = designed_districts(self.person).select_related("city", "root_page")
        found: District = get_object_or_404(districts, slug=self.kwargs["district"])
        return found

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Look at the right before anything else."""
        _allowed = self.district
        return super().dispatch(*args, **kwargs)

    @property
    def crumbs(self) -> list[dict[str, Any]]:
        return [{"url": self.url("district"), "label": self.district.name}]

    def url(self, name: str, *args: Any) -> str:
        """Address of another screen of the district."""
        return reverse(f"gongkai_themes:{name}", args=[self.district.slug, *args])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(district=self.district, **kwargs)


class VersionScreen(DistrictThemesView):
    """A screen of one version."""

    @cached_property
    def version(self) -> ThemeVersion:
        """The version that the address names, if it is the district's."""
        found: ThemeVersion = get_object_or_404(ThemeVersion, district=self.district, pk=self.kwargs["version"])
        return found

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        _allowed = self.district, self.version
        return super().dispatch(*args, **kwargs)
