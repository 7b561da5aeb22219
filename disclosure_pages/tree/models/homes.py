from __future__ import annotations

from functools import cached_property

from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from cms.tenancy.models import City, District

from .column import route_to_column
from .structural import StructuralPage


class CityHome(StructuralPage, Page):
    """The city's entrance: its districts, and what is new in all of them."""

    template = "disclosure_pages/city_home.html"
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["gongkai_tree.DistrictHome"]

    class Meta:
        verbose_name = _("city home")
        verbose_name_plural = _("city homes")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """A district by its slug, in one query."""
        if not path_components:
            return super().route(request, path_components)
        slug, *rest = path_components
        home = DistrictHome.objects.child_of(self).filter(slug=slug).first()
        if home is None:
            raise Http404
        return home.route(request, rest)

    @cached_property
    def city(self) -> City:
        """The city whose entrance this is."""
        return City.objects.get(root_page_id=self.pk)


class DistrictHome(StructuralPage, Page):
    """A district's disclosure column (专栏): guide, rules, statutory content, annual reports, request entrance."""

    template = "disclosure_pages/district_home.html"
    parent_page_types = ["gongkai_tree.CityHome"]
    subpage_types = ["gongkai_tree.Column"]

    class Meta:
        verbose_name = _("district home")
        verbose_name_plural = _("district homes")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """The deepest column on the way; it knows its content."""
        if not path_components:
            return super().route(request, path_components)
        return route_to_column(self, request, path_components)

    @cached_property
    def district(self) -> District:
        """The district whose column this is."""
        return District.objects.select_related("city").get(root_page_id=self.pk)
