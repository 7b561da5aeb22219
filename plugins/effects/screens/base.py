"""What the screens share. What a person may not see answers 404, before anything else happens."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Final, cast

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.people.domain.roles import districts_of
from cms.people.enums import Role
from cms.people.models import User
from cms.tenancy.models import District
from disclosure_pages.clearance.held_roles import held_roles
from plugins.domain.overview import PluginState, plugin_state
from plugins.domain.switching import SWITCHING_ROLES, may_switch

PLUGIN_ICON: Final = "cogs"
#: Those who switch, and operators, who look after what fails.
SEEING_ROLES: Final = (*SWITCHING_ROLES, Role.OPERATOR)
#: Who sees the words of failures.
TENDING_ROLES: Final = (Role.SYSTEM_ADMINISTRATOR, Role.OPERATOR)


class PluginsView(WagtailAdminTemplateMixin, TemplateView):
    """A screen in Wagtail's frame."""

    page_title: Any = _("Plug-ins")
    header_icon = PLUGIN_ICON

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        if held_roles(request).isdisjoint(SEEING_ROLES):
            raise Http404

    @property
    def person(self) -> User:
        """Whoever looks; nobody comes this far without an account."""
        return cast(User, self.request.user)

    @cached_property
    def is_tending(self) -> bool:
        """Whether the person looks after the installation."""
        return not held_roles(self.request).isdisjoint(TENDING_ROLES)

    @cached_property
    def districts(self) -> Sequence[District]:
        """The districts for which the person decides, in their order."""
        return list(districts_of(self.person, SWITCHING_ROLES))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": reverse("gongkai_plugins:index"), "label": _("Plug-ins")}]


class OnePluginView(PluginsView):
    """A screen of one plug-in."""

    @cached_property
    def state(self) -> PluginState:
        """The one that the address names."""
        found = plugin_state(self.kwargs["name"])
        if found is None:
            raise Http404
        return found

    def may_switch(self, district: District | None) -> bool:
        """Whether the person decides there."""
        return may_switch(user=self.person, district=district)

    def get_page_title(self) -> str:
        return str(self.state.title)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]
