"""Views from which a plug-in makes its own screens, in the admin and on the public side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.tenancy.models import District
from disclosure_pages.public.links import Links
from disclosure_pages.public.place import Place
from disclosure_pages.public.skeleton import Crumb, skeleton
from plugins.effects.people import districts_by_role

View = TypeVar("View", bound=Callable[..., Any])


class AdminScreen(WagtailAdminTemplateMixin, TemplateView):
    """A screen in Wagtail's frame for people with one of ``roles`` where the plug-in is on; absent for all others.

    ``template_name`` extends ``wagtailadmin/generic/base.html``; ``districts`` are those that the person may see here.
    """

    roles: ClassVar[frozenset[str]]
    page_title: Any = _("Plug-in")
    header_icon = "cogs"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        held = districts_by_role(request)
        keys = frozenset[int]().union(*(held.get(role, frozenset()) for role in self.roles))
        here: frozenset[int] = request.plugin_districts  # type: ignore[attr-defined]
        self.districts = list(District.objects.filter(pk__in=keys & here))
        if not self.districts:
            raise Http404

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]


def city_screen(view: View) -> View:
    """Let a public screen of a district's plug-in answer below the home of the city as well, where ``place`` is the
    city's, as long as the plug-in is on in one of its districts; what is shown of others is for the view to leave out.
    """
    view.is_city_screen = True  # type: ignore[attr-defined]
    return view


def public_screen(
    request: HttpRequest,
    *,
    place: Place,
    title: str,
    template: str,
    context: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """A public page of ``place`` with everything around it; ``template`` extends ``disclosure_pages/base.html``."""
    links = Links(request)
    home = links.to(place.home_path or place.city_path)
    crumbs = [Crumb(place.site_name, home), Crumb(title)]
    around = skeleton(request, links=links, place=place, title=title, crumbs=crumbs)
    return render(request, template, {**around, **(context or {})}, status=status)
