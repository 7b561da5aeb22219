"""What the screens of this room share. What a person may not see answers 404, before anything else happens."""

from __future__ import annotations

from collections.abc import Callable
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
from cms.tenancy.models import City, District, Unit
from disclosure_pages.clearance.held_roles import held_roles
from themes.domain.permitting import designed_cities, designed_districts, designed_units
from themes.exceptions import CannotChoose
from themes.models import ThemeVersion
from themes.rules import DESIGNING_ROLES

ICON = "view"


class ThemesView(WagtailAdminTemplateMixin, View):
    """A screen in Wagtail's frame, for people who design some place."""

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


def _district_of(person: User, district: str) -> District:
    districts = designed_districts(person).select_related("city", "root_page")
    found: District = get_object_or_404(districts, slug=district)
    return found


def _city_of(person: User, city: str) -> City:
    found: City = get_object_or_404(designed_cities(person).select_related("root_page"), slug=city)
    return found


def _unit_of(person: User, district: str, unit: str) -> Unit:
    units = designed_units(person).select_related("district__root_page")
    found: Unit = get_object_or_404(units, district__slug=district, code=unit)
    return found


#: Level → who finds the place that an address names, if the person designs it.
FINDERS: dict[str, Callable[..., City | District | Unit]] = {
    "city": _city_of,
    "district": _district_of,
    "unit": _unit_of,
}
#: Level → the arguments that name a place of it, in their order.
ARGUMENTS = {"city": ("city",), "district": ("district",), "unit": ("district", "unit")}


def place_url(level: str, name: str, *args: Any) -> str:
    """Address of the screen ``name`` (``place``, ``version``, ``verdict``); ``args`` name the place, then its parts."""
    of_level = name if level == "district" else f"{level}_{name}"
    return reverse(f"gongkai_themes:{level if name == 'place' else of_level}", args=args)


class PlaceThemesView(ThemesView):
    """A screen of one place: a district, a unit of one, or a city, as ``level`` says."""

    level = "district"

    @cached_property
    def place(self) -> Any:
        """The place that the address names, if the person designs it."""
        return FINDERS[self.level](self.person, *self.named)

    @property
    def named(self) -> list[str]:
        """What names the place in addresses."""
        return [self.kwargs[argument] for argument in ARGUMENTS[self.level]]

    @property
    def where(self) -> dict[str, Any]:
        """The place as versions have it."""
        return {self.level: self.place}

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Look at the right before anything else."""
        _allowed = self.place
        return super().dispatch(*args, **kwargs)

    @property
    def crumbs(self) -> list[dict[str, Any]]:
        own = {"url": self.url("place"), "label": self.place.name}
        if self.level != "unit":
            return [own]
        district = self.place.district
        return [{"url": place_url("district", "place", district.slug), "label": district.name}, own]

    def url(self, name: str, *args: Any) -> str:
        """Address of another screen of the place."""
        return place_url(self.level, name, *self.named, *args)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(place=self.place, level=self.level, **kwargs)


class VersionScreen(PlaceThemesView):
    """A screen of one version."""

    @cached_property
    def version(self) -> ThemeVersion:
        """The version that the address names, if it is the district's."""
        found: ThemeVersion = get_object_or_404(ThemeVersion, **self.where, pk=self.kwargs["version"])
        return found

    def dispatch(self, *args: Any, **kwargs: Any) -> HttpResponseBase:
        _allowed = self.place, self.version
        return super().dispatch(*args, **kwargs)
