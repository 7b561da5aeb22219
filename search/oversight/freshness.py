"""How fresh the index is, and what to do next; the engines' differences, as they declare them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from disclosure_pages.clearance.held_roles import held_roles
from search.domain.advice import next_steps
from search.domain.status import EngineStatus, search_status
from search.engines.contract import Capabilities, EngineAway, IndexState
from search.engines.registry import engine_named
from search.rules import WORD_ROLES


@dataclass(frozen=True, slots=True)
class ShownEngine:
    """An engine with the index that answers; ``capabilities`` say in what it differs from others."""

    status: EngineStatus
    serving: IndexState | None
    kept: list[IndexState]
    capabilities: Capabilities | None


class FreshnessView(WagtailAdminTemplateMixin, TemplateView):
    """For those who look after the installation."""

    roles: ClassVar[frozenset[str]] = WORD_ROLES
    template_name = "gongkai_search/oversight/freshness.html"
    page_title = _("Freshness of the index")
    header_icon = "resubmit"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Answer 404 before anything else happens."""
        super().setup(request, *args, **kwargs)
        if not held_roles(request) & self.roles:
            raise Http404

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": reverse("gongkai_oversight:freshness"), "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        status = search_status()
        engines = [_shown(engine) for engine in status.engines]
        return super().get_context_data(status=status, engines=engines, steps=next_steps(status), **kwargs)


def _shown(status: EngineStatus) -> ShownEngine:
    serving = next((index for index in status.indexes if index.is_serving), None)
    kept = [index for index in status.indexes if not index.is_serving]
    return ShownEngine(status, serving, kept, _capabilities(status.name))


def _capabilities(name: str) -> Capabilities | None:
    try:
        return engine_named(name).capabilities
    except EngineAway:
        return None
